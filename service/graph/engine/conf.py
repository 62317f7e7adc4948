"""The neo4j.conf of the embedded engine: loopback only, no files, no outgoing requests, bounded queries."""

from __future__ import annotations

from service.graph.engine.memory import Memory
from service.graph.engine.ports import HOST


def text(port: int, memory: Memory) -> str:
    """neo4j.conf for this Bolt port and memory."""
    return "".join(f"{name}={value}\n" for name, value in settings(port, memory).items())


def settings(port: int, memory: Memory) -> dict[str, str]:
    """Every setting that differs from Neo4j's own default, with the consequence it has."""
    return {
        # A name that Neo4j does not know stops the start, so that no line below can be void unnoticed.
        "server.config.strict_validation.enabled": "true",
        "server.default_listen_address": HOST,
        "server.bolt.listen_address": f"{HOST}:{port}",
        "server.bolt.advertised_address": f"{HOST}:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        "dbms.usage_report.enabled": "false",
        # LOAD CSV runs in read-only transactions too: without these it reads any file and calls any address.
        "server.directories.import": "import",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        # For transactions whose client names no limit; the default interval would let them run 2 s longer.
        "db.transaction.timeout": "60s",
        "db.transaction.monitor.check.interval": "500ms",
        "db.memory.transaction.max": f"{memory.heap // 2}m",
        # Its default is a share of a heap size that this file does not set: without a line, no limit at all.
        "db.memory.transaction.total.max": f"{memory.heap * 7 // 10}m",
        "server.memory.pagecache.size": f"{memory.page_cache}m",
        # Drivers take their read timeout from here: 10 s instead of 120 s until a dead server is noticed.
        "server.bolt.connection_keep_alive": "5s",
        "server.bolt.connection_keep_alive_probes": "2",
        # The default keeps 256 MB logs for each of two databases, on disk from the first start on.
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "64M",
        "db.tx_log.rotation.retention_policy": "256M size",
        # Its databases closed, the server waits twice this long for connections that are gone (default 5 s).
        "internal.server.bolt.thread_pool_shutdown_wait_time": "100ms",
    }

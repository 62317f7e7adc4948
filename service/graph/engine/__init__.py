"""The embedded engine: a private, real Neo4j Community of one data folder, on loopback.

    lifecycle.py    running, start, stop, status: what the rest of the service uses
    handshake.py    does this address answer, with this password, in a supported version?
    address.py      where a database is and how to enter it
    supervisor.py   the one process that starts Neo4j, restarts it, and ends it when nobody uses it
    server.py       one Neo4j process: start it, does it answer, end it, why did it die
    launch.py       from "somebody wants the engine" to "it answers"; status.py tells how it stands
    java.py         the Java command, conf.py its neo4j.conf, memory.py its sizes, password.py its password
    jars.py         which jars (jars.lock), and are they unchanged; provision.py and
                    download.py fetch them, relock.py pins them
    orphans.py      children that end with their parent
    archive.py      the shared class archive that makes starts fast
    layout.py       the files of a data folder; locks.py, state.py and ports.py how they are used
    say.py          how a person is told what takes long

Two file locks carry the life cycle, because the kernel frees them however a process dies. `engine.lock` is
held by whoever starts the engine and is handed on to the supervisor, so that there is only one.
`engine.users` is held shared by every user; the supervisor ends the engine once it can have that lock for
itself, and keeps it until Java is gone, so that a newcomer waits and then starts a fresh engine.
"""

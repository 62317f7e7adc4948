"""Another process that uses the engine: says its address, then holds it until its input ends."""

import json
import sys
from dataclasses import asdict

from service.config import load_config
from service.errors import EngineError
from service.graph.engine.lifecycle import running


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


try:
    with running(load_config({"data_dir": sys.argv[1]})) as address:
        _say(json.dumps(asdict(address)))
        sys.stdin.read()
except EngineError as error:
    _say(json.dumps({"error": error.detail}))

# Communiqué: `make run` serves the bundled claims, `make test` runs every check and test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: help install run check test bench read lock clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

# uv installs in seconds what takes pip half a minute; pip, which knows more kinds of mirrors, is its stand-in.
$(VENV)/.installed: installer.lock requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement installer.lock
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock \
	  || $(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@

install: $(VENV)/.installed  ## make the virtual environment

run: install  ## serve the bundled claims on http://127.0.0.1:8000
	$(BIN)/communique serve --demo --port $(PORT)

check: install  ## lint, format, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check  ## every check, then every test on a real Neo4j
	$(BIN)/python -m pytest

bench: install  ## time loading, reading, and every question of 100,000 claims
	$(BIN)/python benchmarks/load.py
	$(BIN)/python benchmarks/reads.py
	$(BIN)/python benchmarks/questions.py

read: install  ## score and time the reading of articles
	cd benchmarks/extraction && ../../$(BIN)/python score.py development/part1.jsonl development/part2.jsonl --half kept
	cd benchmarks/extraction && ../../$(BIN)/python score.py --articles development/articles.jsonl --half kept
	$(BIN)/python benchmarks/extraction/score_figures.py benchmarks/extraction/development/figures.jsonl --half kept
	$(BIN)/python benchmarks/extraction/speed.py

lock:  ## pin every dependency with its hashes
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv
	echo uv | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --output-file installer.lock -
	$(BIN)/uv pip compile --quiet --universal --extra dev --generate-hashes --no-header --output-file requirements.lock pyproject.toml

clean:  ## remove the virtual environment
	rm -rf $(VENV)

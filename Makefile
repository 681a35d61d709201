# Two commands on a fresh machine: `make demo` and `make test`. Each does its own set-up; a second run is fast.
# Needs only python3 (3.11 or newer, with pip) and make.

PYTHON ?= python3
BIN := .venv/bin
WORDS := $(shell find src -name '*.po')
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-find-links --no-emit-index-url --python-version 3.11

.PHONY: setup demo test check lock

setup: .venv/.core .venv/.words  ## .venv/bin/linli is ready

demo: setup  ## a lifelike neighbourhood at http://127.0.0.1:8000
	$(BIN)/linli demo

test: .venv/.test .venv/.words  ## everything, on the real PostgreSQL and a real browser where there is one
	$(BIN)/python -m pytest

check: .venv/.test  ## style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: .venv/.test  ## choose newest versions again: hashed, for every platform, naming no host
	$(COMPILE) --upgrade --custom-compile-command "make lock" requirements/build.in -o requirements/build.txt
	$(COMPILE) --upgrade --custom-compile-command "make lock" pyproject.toml -o requirements/core.txt
	$(COMPILE) --upgrade --custom-compile-command "make lock" pyproject.toml --extra test -c requirements/core.txt -o requirements/test.txt
	$(COMPILE) --upgrade --no-deps --python-version 3.12 --custom-compile-command "make lock" requirements/oracles.in -o requirements/oracles.txt

.venv/.core: scripts/install.py requirements/build.txt requirements/core.txt pyproject.toml
	$(PYTHON) scripts/install.py core
	touch $@

.venv/.test: .venv/.core requirements/test.txt requirements/oracles.txt
	$(PYTHON) scripts/install.py test
	touch $@

.venv/.words: .venv/.core scripts/compile_words.py $(WORDS)
	$(BIN)/python scripts/compile_words.py
	touch $@

# `make generate` and `make test` need Python 3.11 or newer, make and a package index; they set up
# the rest in .venv, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DIST := dist
CORPUS := docs_src
PAYLOADS := ../shared/bench
ONLY :=
GENERATED := $(VENV)/generated
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: generate check test lint types bench wheel clean

generate: $(GENERATED)             ## bring generated/ in line with docs_src/

check: $(VENV)/ready               ## exit 1 if `make generate` would change anything
	$(BIN)/docgen generate --check --diff

test: $(VENV)/ready-for-tests      ## every test, those of generated/ too
	$(BIN)/pytest -n auto
	$(BIN)/pytest generated/tests

lint: $(VENV)/ready-for-tests      ## formatting and lint
	$(BIN)/black --check docgen tests generated
	$(BIN)/ruff check docgen tests generated

types: $(VENV)/ready-for-tests     ## mypy, strict, pyright, and the stubs beside their modules
	$(BIN)/mypy docgen generated/graph generated/tests
	$(BIN)/pyright --warnings
	cd generated && ../$(BIN)/python -m mypy.stubtest graph

bench: $(VENV)/ready-for-tests     ## the figures on CORPUS, as ratios; ONLY=importing for a part
	$(BIN)/python -m tests.bench $(CORPUS) $(PAYLOADS) $(ONLY)

wheel: $(VENV)/ready-for-tests     ## build the wheel into DIST
	$(BIN)/python -m build --wheel --outdir $(DIST)

clean:                             ## remove what the targets above made, but for generated/
	rm -rf $(VENV) build $(DIST) .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The depfile names all that docgen looks at; where none of it is newer, docgen is not even started.
$(GENERATED): $(VENV)/ready $(GENERATED).d
	$(BIN)/docgen generate --depfile $@.d
	touch $@

$(GENERATED).d: ;

include $(wildcard $(GENERATED).d)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --editable .
	touch $@

$(VENV)/ready-for-tests: pyproject.toml | $(VENV)/ready
	$(PIP) install --editable '.[dev]'
	touch $@

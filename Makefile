# `make generate` and `make test` need Python 3.11 or newer, make and a package index; they set up
# the rest in .venv, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DIST := dist
CORPUS := docs_src
PAYLOADS := ../shared/bench
ONLY :=
SAMPLE := 100
SEED := 1
MUTATED :=
GENERATED := $(VENV)/generated
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
OTHER := name another one: make PYTHON=python3.12
IS_USABLE := import sys, importlib.util as u; \
  sys.exit(sys.version_info < (3, 11) or not u.find_spec("pip"))
QUICK := tests/architecture tests/cases tests/unit

.PHONY: generate check test quick lint types pyright mypy stubtest bench mutants guide wheel clean

generate: $(GENERATED)             ## update generated/ from docs_src/

check: $(VENV)/ready               ## exit 1 if `make generate` would change anything
	$(BIN)/docgen generate --check --diff

test: $(VENV)/ready-for-tests      ## all tests, including those of generated/
	@echo "running all tests: about 8 minutes on two cores; \`make quick\` takes one"
	$(BIN)/pytest -n auto --dist worksteal
	$(BIN)/pytest generated/tests

quick: $(VENV)/ready-for-tests     ## the tests that finish in a minute
	$(BIN)/pytest -q -n auto --dist worksteal $(QUICK)

lint: $(VENV)/ready-for-tests      ## formatting and lint
	$(BIN)/black --check docgen tests generated
	$(BIN)/ruff check docgen tests generated

types: pyright mypy stubtest       ## mypy --strict, pyright, and stubs against their modules

pyright: $(VENV)/ready-for-tests
	$(BIN)/pyright --warnings

mypy: $(VENV)/ready-for-tests
	$(BIN)/mypy docgen generated/graph generated/tests

stubtest: $(VENV)/ready-for-tests
	cd generated && ../$(BIN)/python -m mypy.stubtest graph

bench: $(VENV)/ready-for-tests     ## measure on CORPUS, as ratios; ONLY=importing for one part
	$(BIN)/python -m tests.bench $(CORPUS) $(PAYLOADS) $(ONLY)

mutants: $(VENV)/ready-for-tests   ## run tests on SAMPLE mutants; MUTATED=docgen/config for one part
	$(BIN)/python -m tests.mutants --sample $(SAMPLE) --seed $(SEED) $(MUTATED)

guide: $(VENV)/ready               ## update the reference pages of docgen/guide
	$(BIN)/docgen config > docgen/guide/configuration.md
	$(BIN)/docgen explain --all > docgen/guide/codes.md
	$(BIN)/docgen diff --list-changes > docgen/guide/changes.md

wheel: | $(BIN)/python             ## build the wheel into DIST
	$(PIP) wheel --no-deps --wheel-dir $(DIST) .

clean:                             ## remove what these targets made, except generated/
	rm -rf $(VENV) build $(DIST) .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The depfile lists all files that docgen reads; unless one is newer, docgen is not even started.
$(GENERATED): $(VENV)/ready $(GENERATED).d
	$(BIN)/docgen generate --depfile $@.d
	touch $@

$(GENERATED).d: ;

include $(wildcard $(GENERATED).d)

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON); $(OTHER)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: docgen needs Python 3.11 or newer, but \`$(PYTHON)\` is" \
	    "$$($(PYTHON) --version 2>&1); $(OTHER)" >&2; exit 1; }
	rm -f $(BIN)/python*
	$(PYTHON) -m venv $(VENV)

# An environment whose Python was replaced or removed, or is too old, is set up again.
ifneq ($(shell test -e $(VENV) && ! $(BIN)/python -c '$(IS_USABLE)' 2>/dev/null && echo no),)
.PHONY: $(BIN)/python
$(VENV)/ready $(VENV)/ready-for-tests: $(BIN)/python
endif

$(VENV)/ready: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	touch $@

$(VENV)/ready-for-tests: pyproject.toml | $(VENV)/ready
	$(PIP) install --no-compile --editable '.[dev]'
	touch $@

# `make` alone lists what there is. Everything sets up what it needs by itself, in .venv (to run), .venv-dev (to
# work on it) and .venv-bench (to measure), with the standard library's venv and pip; a second call is quick.

PYTHON ?= python3
RUN := .venv
DEV := .venv-dev
BENCH := .venv-bench
BIN := $(DEV)/bin
CODE := src tests tools benchmarks
PIP_INSTALL := pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes
JOBS ?= auto

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test slow properties browser rates check format types imports knowledge documentation bench docs figures lock clean

help: ## list what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-14s %s\n", $$1, $$2}'

demo: $(RUN)/ready ## see a plan made from a built-in runner's recordings
	@$(RUN)/bin/stridewell demo

test: $(DEV)/ready ## run the fast tests
	@$(BIN)/pytest -n $(JOBS) -m "not slow and not browser"

slow: $(DEV)/ready ## run the tests that take minutes
	@$(BIN)/pytest -n $(JOBS) -m slow

properties: $(DEV)/ready ## plan for thousands of random runners (long)
	@$(BIN)/pytest -n $(JOBS) tests/properties --hypothesis-profile=long

browser: $(DEV)/browser-ready ## look at the page with chromium (must be installed)
	@$(BIN)/pytest -m browser

check: format types imports knowledge documentation test ## everything a change must pass: format, types, imports, knowledge, documentation, tests

format: $(DEV)/ready ## check format and lints
	@$(BIN)/ruff format --check --quiet $(wildcard $(CODE))
	@$(BIN)/ruff check --quiet $(wildcard $(CODE))

types: $(DEV)/ready ## check types
	@$(BIN)/mypy $(wildcard $(CODE))

imports: $(DEV)/ready ## check that imports go one way
	@$(BIN)/lint-imports --no-logo

knowledge: $(DEV)/ready ## check every record of the knowledge base
	@$(BIN)/python -m tools.check_knowledge

documentation: $(DEV)/ready ## check that the reference pages are current
	@$(BIN)/python -m tools.reference --check
	@$(BIN)/python -m tools.run_types --check

bench: $(BENCH)/ready ## measure how long plans, reading and histories take
	@$(BENCH)/bin/python -m benchmarks

docs: $(DEV)/ready ## write the reference pages again
	@$(BIN)/python -m tools.reference
	@$(BIN)/python -m tools.run_types

figures: $(DEV)/browser-ready ## draw all figures on a contact sheet and photograph it (build/figures.png)
	@$(BIN)/python -m tools.figures --sheet build/figures.html --picture build/figures.png

rates: $(DEV)/ready ## measure how often findings are right, on generated histories (minutes)
	@$(BIN)/python -m tools.finding_rates

lock: $(DEV)/ready ## choose newest allowed versions and write both lock files
	@$(BIN)/python -m tools.lock

clean: ## remove environments, caches and builds
	@rm -rf $(RUN) $(DEV) $(BENCH) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist

$(RUN)/ready: requirements.lock pyproject.toml
	@set -e; $(call venv,$(RUN),requirements.lock)

$(DEV)/ready: requirements-dev.lock pyproject.toml
	@set -e; $(call venv,$(DEV),requirements-dev.lock)

# of its own: a peer in it brings a package named `tests`, which hides ours
$(BENCH)/ready: requirements-bench.lock pyproject.toml
	@set -e; $(call venv,$(BENCH),requirements-bench.lock)

$(DEV)/browser-ready: $(DEV)/ready requirements-browser.lock
	@echo "Setting up the browser tests …"
	@$(BIN)/$(PIP_INSTALL) -r requirements-browser.lock
	@touch $@

# $(call venv,FOLDER,LOCK): an environment with exactly what LOCK names, and this package on top
define venv
command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed; or say 'make PYTHON=/path/to/python3 …'" >&2; exit 2; }; \
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11; try 'make PYTHON=python3.11 …'" >&2; exit 2; }; \
$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing; on Debian: apt install python3-venv" >&2; exit 2; }; \
echo "Setting up $(1) (once) …"; \
$(PYTHON) -m venv --clear $(1); \
$(1)/bin/$(PIP_INSTALL) -r $(2); \
$(1)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .; \
touch $(1)/ready
endef

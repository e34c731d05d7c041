# make run    set everything up and open the program on the demo files
# make test   set everything up and run the whole check
# make help   the rest

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PO := $(wildcard translations/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)

export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test lint types contracts words tests bench catalogues screenshots pictures lock build clean
.DEFAULT_GOAL := help

help:
	@echo 'make run         open the program on the demo files (without a screen: write their reports)'
	@echo 'make test        the whole check: lint, types, contracts, words, tests'
	@echo 'make lint        ruff: rules and layout'
	@echo 'make types       mypy, strict'
	@echo 'make contracts   which part of the program may import which'
	@echo 'make words       catalogues: complete, in step with the code, well formed'
	@echo 'make tests       the tests alone'
	@echo 'make bench       the benchmarks; writes bench.json'
	@echo 'make catalogues  bring the catalogues in step with the code'
	@echo 'make screenshots draw every main screen anew, both languages and themes (also: make pictures)'
	@echo 'make lock        renew the pinned and hashed dependencies'
	@echo 'make build       wheel and source archive in dist/'
	@echo 'make clean       remove everything that these commands made, except $(VENV)'

run: $(VENV)/.run $(MO)
	@$(BIN)/python -m cec_desktop demo

test: lint types contracts words tests

lint: $(VENV)/.check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.check
	$(BIN)/mypy

contracts: $(VENV)/.check
	$(BIN)/lint-imports --no-logo

words: $(VENV)/.check
	$(BIN)/python packaging/catalogues.py check

tests: $(VENV)/.check $(MO)
	$(BIN)/python -m pytest

bench: $(VENV)/.check $(MO)
	$(BIN)/python -m pytest tests/benchmarks --benchmark-json=bench.json

catalogues: $(VENV)/.check
	$(BIN)/python packaging/catalogues.py update

screenshots pictures: $(VENV)/.check $(MO)
	$(BIN)/python packaging/pictures.py

lock: $(VENV)/.check
	$(BIN)/python packaging/lock.py

build: $(VENV)/.check
	$(BIN)/python -m build --no-isolation

clean:
	rm -rf build dist bench.json .benchmarks .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -f translations/*/LC_MESSAGES/*.mo
	find cec_desktop packaging tests -name __pycache__ -prune -exec rm -rf {} +

# The second lock holds the first one whole.
$(VENV)/.check: packaging/lock-dev.txt packaging/setup.sh
	@sh packaging/setup.sh $(VENV) $<
	@touch $(VENV)/.run $@

$(VENV)/.run: packaging/lock.txt packaging/setup.sh
	@sh packaging/setup.sh $(VENV) $<
	@touch $@

%.mo: %.po packaging/catalogues.py | $(VENV)/.run
	@$(BIN)/python packaging/catalogues.py compile

PYTHON ?= .venv/bin/python
BIN := $(dir $(PYTHON))

.PHONY: help setup check format lint types floors test witness bank figures mutants bench naming

# List the targets
help:
	@awk '/^# /{text=substr($$0,3)} /^[a-z]+:/{split($$1,name,":"); printf "%-8s %s\n", name[1], text}' Makefile

# Make .venv with everything a contributor needs
setup:
	python3 -m venv --without-pip .venv && python3 -m pip --python .venv install -e '.[test,check]'

# All that has to hold before a change lands, but for the witnesses
check: lint types floors test bank

# Format the code
format:
	$(BIN)ruff format . && $(BIN)ruff check --fix .

# Style and likely errors
lint:
	$(BIN)ruff format --check . && $(BIN)ruff check .

# Types
types:
	$(BIN)mypy

# Imports point downwards only
floors:
	$(BIN)lint-imports

# Tests
test:
	$(PYTHON) -m pytest -n auto --dist worksteal

# Tests against torch and ONNX (pip install torch==2.13.0 onnx first)
witness:
	DLPREP_WITNESSES=required $(PYTHON) -m pytest -m witness tests/witness

# The question bank proves itself
bank:
	$(BIN)dlprep bank lint

# Write docs/bank.md anew from the bank
figures:
	$(BIN)dlprep bank figures --lang en > docs/bank.md

# One-edit mutants of right answers: the checker must reject every one
mutants:
	$(PYTHON) bench/mutants.py

# Measure speed and memory, as ratios in one run
bench:
	$(PYTHON) bench/start.py && $(PYTHON) bench/check.py

# Measure how many bugs of written answers are named
naming:
	$(PYTHON) bench/naming.py

# Everything a developer types. Each target makes what it needs first: `.venv` from the lock, and on Linux the system
# libraries of Qt (installed with apt where that asks nothing, else the command to type is printed).
# Another Python: make PYTHON=python3.13 test

PYTHON ?= python3
BIN := .venv/bin
ENVIRONMENT := $(PYTHON) packaging/environment.py
KILLS ?= 500
SEED ?=
STEPS ?= 50000
TESTS ?=

.PHONY: run demo test test-crash check bench package package-test clean venv lock icons translations screenshots
.DEFAULT_GOAL := run

run: venv  ## open the window
	$(BIN)/dropmill

demo: venv  ## pictures, tables and e-mails through the whole program; with a screen, in the window
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/dropmill demo --window; \
	else \
		$(BIN)/dropmill demo; \
	fi

test: venv-display  ## all tests but the long kill test and the benchmarks; TESTS=tests/core for a part
	$(BIN)/pytest -q -n 2 $(TESTS)

test-crash: venv-display  ## KILLS (500) kills and more of program and workers, STEPS (50,000) of the state machine
	DROPMILL_KILLS=$(KILLS) DROPMILL_SEED=$(SEED) DROPMILL_STEPS=$(STEPS) \
		$(BIN)/pytest -q --timeout 3600 tests/crash tests/engine/test_machine.py

check: venv  ## format, lint, types, who imports whom; the size of modules is in tests/test_house.py
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/test_house.py

bench: venv-display  ## the benchmarks; results are appended to tests/bench/RESULTS.md
	$(BIN)/python -m tests.bench

package: venv-display  ## the program that needs no Python: dist/dropmill/; on Linux a .deb and a .tar.gz of it
	$(BIN)/python packaging/build.py

package-test: venv-display  ## what make package made: tried, built again, installed in a bare Debian, upgraded, removed
	$(BIN)/python packaging/package_test.py

clean:  ## all that was made
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*
	find app tests packaging -name __pycache__ -prune -exec rm -rf {} +

venv:
	@$(ENVIRONMENT)

.PHONY: venv-display
venv-display:
	@$(ENVIRONMENT) --display

lock:  ## choose versions anew; wants uv
	uv pip compile pyproject.toml --extra dev --extra speed --extra parquet --universal --python-version 3.11 --generate-hashes --no-header \
		--upgrade -o packaging/requirements.lock

icons: venv  ## the program's icon in every format, from resources/app-icon.svg
	$(BIN)/python packaging/icons.py

translations: venv  ## the texts of the window for translators (.ts), and what they made of them (.qm)
	$(BIN)/python packaging/translations.py

screenshots: venv-display  ## every screen of the window, into resources/screenshots
	$(BIN)/python -m tests.window.screenshots

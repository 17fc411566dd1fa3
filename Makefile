# What a checkout can do. Needs make, Python 3.11 or newer and a package index; `make` alone lists
# the targets. Plain POSIX make: no functions, no pattern rules.
.POSIX:
.PHONY: help demo test lint lock clean

# Name another interpreter with `make demo PYTHON=/path/to/python3`.
PYTHON =
VENV = .venv
STORE = kg
BIN = $(VENV)/bin
# Errors show, notices do not: what counts is in the locks.
PIP = $(BIN)/python -m pip --disable-pip-version-check install -qq --no-build-isolation --no-deps

help:
	@echo "make demo   install, read documents/ into the store $(STORE)/ and answer one question"
	@echo "make test   install the tools, then check style and types and run every test"
	@echo "make lint   style and types alone"
	@echo "make lock   choose the newest versions that pyproject.toml allows, write requirements/*.lock"
	@echo "make clean  remove $(VENV), $(STORE) and what tools left behind"

# Each stamp is newer than what it was made from, so a second run installs nothing.
# Build tools come first and from a lock too: no package is built with tools that are not pinned.
$(VENV)/.built: requirements/build.lock
	@python=; \
	for candidate in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	    if "$$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
	        >/dev/null 2>&1; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	    echo "No Python 3.11 or newer with the modules venv and ensurepip was found." >&2; \
	    echo "Install one (on Debian and Ubuntu: apt-get install python3 python3-venv)," >&2; \
	    echo "or name it: make demo PYTHON=/path/to/python3" >&2; \
	    exit 1; \
	fi; \
	echo "Making $(VENV) with $$python"; \
	"$$python" -m venv --clear $(VENV)
	@$(PIP) --require-hashes -r requirements/build.lock
	@touch $@

$(VENV)/.run: $(VENV)/.built requirements/run.lock pyproject.toml
	@echo "Installing requirements/run.lock"
	@$(PIP) --require-hashes -r requirements/run.lock
	@$(PIP) --editable .
	@touch $@

# The lock of the tools holds everything that the run lock holds, in the same versions.
$(VENV)/.dev: $(VENV)/.built requirements/dev.lock pyproject.toml
	@echo "Installing requirements/dev.lock"
	@$(PIP) --require-hashes -r requirements/dev.lock
	@$(PIP) --editable .
	@touch $@

demo: $(VENV)/.run
	@$(BIN)/unccd-kg ingest documents --store $(STORE)
	@$(BIN)/unccd-kg info --store $(STORE)
	@echo
	@echo "What has been asked of the Global Mechanism, by whom, in which words?"
	@$(BIN)/unccd-kg query asked-of-institution --param institution=gm --store $(STORE)
	@echo
	@echo "Next, ask something else:"
	@echo "  $(BIN)/unccd-kg query asked-of-institution --param institution=gef --store $(STORE)"
	@echo "  $(BIN)/unccd-kg queries"
	@echo "  $(BIN)/unccd-kg show iccd-cric-23-l.7 5 --store $(STORE)"
	@echo "  $(BIN)/unccd-kg ingest YOUR-TEXT.txt --store $(STORE)"

test: lint
	@$(BIN)/python -m pytest

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# Each lock is held to the ones before it: tests run on the versions that users get.
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links
lock: $(VENV)/.built
	@$(BIN)/python -m pip --disable-pip-version-check install -qq "uv>=0.9,<1"
	@$(COMPILE) --group build --output-file requirements/build.lock
	@$(COMPILE) pyproject.toml --constraint requirements/build.lock \
	    --output-file requirements/run.lock
	@$(COMPILE) pyproject.toml --group dev --constraint requirements/build.lock \
	    --constraint requirements/run.lock --output-file requirements/dev.lock

clean:
	rm -rf $(VENV) $(STORE) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src ingest tests -name __pycache__ -type d -prune -exec rm -rf {} +

# make demo    set up, and check the bulletins of examples/
# make test    set up, and run every check: ruff, mypy, pytest with its coverage gate
# make bench   the benchmarks
# make lock    requirements-dev.txt again, after a change of the dependencies (needs uv)
# make clean   forget the set-up

# The first Python that is new enough; `make PYTHON=/path/to/python test` chooses another.
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { command -v "$$python"; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Byte code beside the code even where the shell forbids Python to write any: without it each start takes twice as long.
COMPILE := $(BIN)/python -m compileall -q attrib

.PHONY: demo test bench lock clean
.DELETE_ON_ERROR:

demo: .venv/installed
	$(BIN)/attrib check --output-format full --exit-zero examples
	@echo "That is what attrib finds in examples/, faults and all. Next: . $(BIN)/activate, and \"A first check\" in README.md"

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict attrib
	$(BIN)/pytest --cov=attrib --cov-branch --cov-report=term --cov-fail-under=95

bench: .venv/installed-dev
	for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

# Each file below is the proof of a step done whole; an interrupted step is done again.
.venv/created:
	@test -n "$(PYTHON)" || { echo "attrib needs Python 3.11 or later, and none was found; install it or say: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear .venv || { echo "the venv module does not work; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

.venv/installed: .venv/created pyproject.toml
	$(PIP) install --editable '.[report]'
	@$(COMPILE)
	@touch $@

.venv/installed-dev: .venv/created pyproject.toml requirements-dev.txt
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@$(COMPILE)
	@touch $@ .venv/installed

lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-strip-extras --no-header --no-annotate --no-emit-index-url --quiet --output-file requirements-dev.txt

clean:
	rm -rf .venv

# make run        everything a visitor needs: install, load the sample documents, serve http://127.0.0.1:8000
# make run DOCS=… the same with your own folder of documents
# make test       the tests; with SLOW=1 also the long ones: killed servers and loaders, whole lives of a data folder
# make check      style, types, architecture, Cypher
# make lock       new locks from pyproject.toml (needs uv)
# make clean      removes what make made, the data excepted

.PHONY: run test check install install-dev lint-cypher lock clean

# The newest supported Python; a command that is there but does not run (a version manager's shim) is passed over.
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
# Programs in a virtual environment know its place: in a moved checkout it is made anew.
MADE := .venv/made-$(shell printf %s "$(CURDIR)" | cksum | cut -d' ' -f1)
PIP := .venv/bin/python -m pip --disable-pip-version-check -qq --no-input

run: install
	@exec .venv/bin/oncograph run $(if $(DOCS),"$(DOCS)")

test: install-dev
	@.venv/bin/python -m pytest $(if $(SLOW),,-m "not slow") $(ARGS)

check: install-dev lint-cypher
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

install: $(MADE)-run

install-dev: $(MADE)-dev

$(MADE):
	@if [ -z "$(PYTHON)" ]; then \
		echo "oncograph needs Python 3.11 or newer, and none is on the PATH." >&2; \
		echo "Install one (Debian: apt install python3 python3-venv; macOS: brew install python) and try again." >&2; \
		exit 1; fi
	@echo "Making the virtual environment .venv with $(PYTHON)"
	@$(PYTHON) -m venv --clear .venv && .venv/bin/python -m pip --version >/dev/null || { rm -rf .venv; \
		echo "This Python cannot make virtual environments with pip." >&2; \
		echo "Debian and Ubuntu: apt install python3-venv. Elsewhere: a Python with venv and ensurepip." >&2; \
		exit 1; }
	@touch $@

# The order matters: what an older lock installed is corrected, and the project itself comes last.
$(MADE)-run: requirements.lock requirements-build.lock pyproject.toml | $(MADE)
	@echo "Installing the locked packages (about 300 MB, once)"
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(MADE)-dev: requirements-dev.lock $(MADE)-run
	@echo "Installing the locked packages for development"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

lint-cypher:
	@if command -v npm >/dev/null; then \
		$(MAKE) -s tests/lint/node_modules/.package-lock.json \
		&& node tests/lint/lint.cjs graph loaders queries api; \
	else echo "Cypher not linted: Node.js is not installed"; fi

tests/lint/node_modules/.package-lock.json: tests/lint/package-lock.json
	@npm ci --prefix tests/lint --no-audit --no-fund --loglevel=error
	@touch $@

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes pyproject.toml --group dev -o requirements-dev.lock
	sed -n 's/^requires = \["\(.*\)"\]$$/\1/p' pyproject.toml \
		| uv pip compile --universal --python-version 3.11 --generate-hashes - -o requirements-build.lock

clean:
	rm -rf .venv build dist *.egg-info tests/lint/node_modules \
		.pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# Two commands are all it takes on a machine with Python 3.11 and make: `make run`, `make test`.
# Each installs what it needs first, into .venv, exactly as locked in deploy/requirements.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
ADDRESS ?= 127.0.0.1:8000
TESTS ?=
LOCK ?=
COUNT ?= 100000
ACCEPT ?=

BIN := .venv/bin
LIGHTHOUSE := .ci/lighthouse/node_modules/.package-lock.json
LOCKS := deploy/requirements
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
# For commands that need the settings, but neither secrets nor data.
TRIAL := DEBUG=true DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py
# A table in place of pytest's own account.
GATES := $(BIN)/python -m pytest -p tests.browser.report -p no:randomly --quiet --tb=no -rN

.DEFAULT_GOAL := help
.PHONY: help run prepare test pytest lint types catalogues migrations format install \
	install-production 	lock messages compile-messages bench-search screenshots check-web lighthouse

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: prepare ## Serve the site with the full chronicle at http://127.0.0.1:8000
	$(BIN)/python manage.py runserver $(ADDRESS)

prepare: $(BIN)/.production .env ## Everything before serving: database, chronicle, an account
	@mkdir -p var/media var/static
	@$(BIN)/python manage.py compile_catalogues
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py build_search_index --if-needed
	@$(BIN)/python manage.py load_chronicle --if-empty
	@$(BIN)/python manage.py load_legal_pages
	@$(BIN)/python manage.py create_first_user

test: lint types migrations catalogues pytest ## Every check that this machine can run

pytest: install ## The tests alone; TESTS="-k year" picks some
	$(BIN)/python -m pytest --numprocesses auto $(TESTS)

lint: install ## Style of Python and templates, and the import layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djangofmt --check templates
	$(BIN)/djangofmt check templates
	$(BIN)/lint-imports

types: install ## Check types
	DEBUG=true $(BIN)/mypy

catalogues: install ## Check that the interface texts are complete in every language
	$(TRIAL) check_catalogues

migrations: compile-messages ## Check that every change of a model has its migration
	$(TRIAL) makemigrations --check --dry-run

format: install ## Format Python and templates
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	$(BIN)/djangofmt check --fix --quiet templates
	$(BIN)/djangofmt templates

install: $(BIN)/.development ## Install what development needs

install-production: $(BIN)/.production ## Install what a server needs

lock: install ## Lock what pyproject.toml asks for; LOCK=--upgrade takes newer releases
	$(BIN)/python .ci/lock.py $(LOCK)

messages: install ## Bring the interface catalogues up to date (needs GNU gettext)
	$(TRIAL) update_catalogues

compile-messages: install ## Compile the interface catalogues
	$(TRIAL) compile_catalogues

bench-search: install ## Time searches among 100,000 entries; COUNT=1000 for fewer
	$(BIN)/python -m bench.search --count $(COUNT)

screenshots: install ## Picture the main pages into screenshots/ (needs Chromium)
	$(BIN)/python -m pytest tests/screenshots.py

check-web: install $(LIGHTHOUSE) ## Every public page through every gate; ACCEPT=1 takes its looks as right
	ACCEPT=$(ACCEPT) $(GATES) --override-ini 'python_files=test_*.py pictures.py lighthouse.py' \
		tests/browser $(TESTS)

lighthouse: install $(LIGHTHOUSE) ## Lighthouse on every public page (needs Node and Chromium)
	$(GATES) tests/browser/lighthouse.py $(TESTS)

$(LIGHTHOUSE): .ci/lighthouse/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix .ci/lighthouse --silent; \
	else echo 'Lighthouse is left out, as Node and npm are not installed.'; fi

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

$(BIN)/.production: $(LOCKS)/production.txt | $(BIN)/python
	$(PIP_INSTALL) --requirement $<
	@touch $@

$(BIN)/.development: $(LOCKS)/development.txt | $(BIN)/python
	$(PIP_INSTALL) --requirement $<
	@touch $@

.env: | $(BIN)/python
	@umask 077; $(BIN)/python -c 'import secrets; print("DEBUG=true"); print("SECRET_KEY=" + secrets.token_urlsafe(50))' > $@
	@echo "Wrote .env with a secret key of this machine's own."

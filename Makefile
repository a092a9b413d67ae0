# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Two commands do everything on a fresh machine with Python 3.11, git and make:
#   make check TARGET=<path or URL>     the main job
#   make test                           every test, with the servers they need

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
TARGET ?= .
ARGS ?=
PYTEST_ARGS ?= -n 2 -q

.PHONY: check test lint types layers reuse pages pack lock benchmarks servers clean

check: $(VENV)/.installed
	@$(BIN)/scm-check check "$(TARGET)" $(ARGS)

test: $(VENV)/.developing servers lint types layers reuse
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developing
	$(BIN)/mypy

layers: $(VENV)/.developing
	$(BIN)/lint-imports

reuse: $(VENV)/.developing
	$(BIN)/reuse lint --quiet

pages: $(VENV)/.developing
	$(BIN)/python scripts/make_rule_pages.py

pack: $(VENV)/.developing
	$(BIN)/python scripts/make_license_pack.py

# What a fresh default installation comes to.
lock:
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet .
	head -4 requirements.lock > build/lock/head
	build/lock/bin/python -m pip freeze --exclude scm-check | sort -f | cat build/lock/head - > requirements.lock

# What the tests talk to: a web server for git over HTTP, a browser for the HTML report, Pango for
# the PDF. Only installed where it is missing.
servers:
	@{ test -x /usr/sbin/lighttpd && test -e /usr/lib/lighttpd/mod_openssl.so && \
	   command -v openssl >/dev/null && ldconfig -p | grep -q libmagic && \
	   ldconfig -p | grep -q libpangoft2-1.0 && \
	   { command -v chromium || command -v google-chrome; } >/dev/null; } || \
	  { apt-get update -qq && \
	    apt-get install -y -qq --no-install-recommends \
	      lighttpd lighttpd-mod-openssl openssl libmagic1 libpango-1.0-0 libpangoft2-1.0-0 \
	      fonts-dejavu-core && \
	    { command -v google-chrome >/dev/null || \
	      apt-get install -y -qq --no-install-recommends chromium; }; } || \
	  { echo "The tests need lighttpd with its OpenSSL module, openssl, libmagic, Pango and a" \
	         "Chromium." >&2; exit 1; }

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

# pip compiles what it installs; what is installed as editable it leaves to the first run. So it is
# with our patterns.
$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m scm_check.keep_patterns
	@touch $@

$(VENV)/.developing: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m scm_check.keep_patterns
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

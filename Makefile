# Needs Python 3.11 or newer with pip, and make. README.md says how to do the same without make.
#   make demo    three example years, their reports and the trend
#   make test    the whole test suite with its coverage
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip
FRESH := build/fresh-environment

# pip reads these; builds in isolation get the same versions. Relative, so that a folder may have blanks.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint check golden docs gallery pictures messages constraints clean

demo: $(VENV)/.runtime
	@$(BIN)/assess demo demo --force

test: $(VENV)/.test
	@$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing:skip-covered

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python .ci/messages.py --check

check: test lint

# Rewrites the expected texts below tests/golden: read the difference like code.
golden: $(VENV)/.test
	@UPDATE_GOLDEN=1 $(BIN)/python -m pytest -n auto -q

# Gathers what the program says into the catalogues of its languages; what is new there is to translate.
messages: $(VENV)/.test
	$(BIN)/python .ci/messages.py
	$(BIN)/python hatch_build.py

docs: $(VENV)/.test
	$(BIN)/python docs/write_commands.py
	$(BIN)/python docs/write_word_template.py

# Sample reports of every kind in build/gallery, held against the limits of .ci/report-checker/gate.json.
gallery: $(VENV)/.test
	@mkdir -p build
	$(BIN)/python -m docs.gallery build/gallery >build/gallery.txt
	.ci/report-checker/check --pictures --out build/checked $$(cat build/gallery.txt)

# The pictures of docs/gallery.md.
pictures: $(VENV)/.test
	$(BIN)/python -m docs.gallery.pictures

# Newest versions of everything that runs, tests, checks and builds the program.
constraints:
	rm -rf $(FRESH)
	$(PYTHON) -m venv $(FRESH)
	PIP_CONSTRAINT= PIP_BUILD_CONSTRAINT= $(FRESH)/bin/python -m pip install --quiet --upgrade pip
	PIP_CONSTRAINT= PIP_BUILD_CONSTRAINT= $(FRESH)/bin/python -m pip install --quiet -e ".[test]" \
	  --group dev
	{ echo "# Written by \`make constraints\`: the versions that the tests ran with."; \
	  $(FRESH)/bin/python -m pip freeze --all --exclude-editable --exclude setuptools; } > constraints.txt
	rm -rf $(FRESH)

clean:
	rm -rf $(VENV) demo dist build .coverage .coverage.* htmlcov
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Some systems ship Python without the part that puts pip into a new environment.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, for example: make PYTHON=python3.11")'
	@echo "Making the environment $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { $(PYTHON) -m venv --clear --without-pip $(VENV) && \
	  $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }

# Each stamp says: this was installed, with these versions.
CATALOGUES := $(wildcard assess/language/catalogues/*/LC_MESSAGES/*.po)

$(VENV)/.runtime: pyproject.toml constraints.txt hatch_build.py $(CATALOGUES) | $(BIN)/pip
	@$(PIP) install --quiet -e .
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt hatch_build.py $(CATALOGUES) | $(BIN)/pip
	@$(PIP) install --quiet -e ".[test]"
	@touch $@ $(VENV)/.runtime

$(VENV)/.pdf: $(VENV)/.dev
	@$(PIP) install --quiet --group pdf
	@touch $@

$(VENV)/.dev: $(VENV)/.test
	@$(PIP) install --quiet --upgrade pip
	@$(PIP) install --quiet --group dev
	@touch $@

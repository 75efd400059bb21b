# One command on a machine that has only Python 3.11+, git and make:
#   make report      the Word files of AGENCY and PERIOD
#   make test        lint, types and tests
# Every name below is relative, so that the folder may have spaces in its path.

AGENCY ?= syt-brvt
PERIOD ?= 2024-Q3
UV ?= uv

ifeq ($(OS),Windows_NT)
VENV_BIN := .venv/Scripts
else
VENV_BIN := .venv/bin
endif
VENV_PYTHON := $(VENV_BIN)/python
STAMP := .venv/.installed

# PYTHON may name another interpreter: make report PYTHON=/opt/python3.12/bin/python3
CANDIDATES := $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python)
IS_NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PIP_INSTALL := $(VENV_PYTHON) -m pip install -qq --disable-pip-version-check --no-input

export PYTHONUTF8 := 1
# Where byte code is not kept, every kernel and every process of the tests compiles the package anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: report samples dictionary test lint setup lock lock-dask lock-docs lock-hooks hooks dask site wheel clean bench
.DELETE_ON_ERROR:

# make says "Error 1" of a draft, which is done all the same; the status stays for what runs this by itself.
report: $(STAMP)
	@$(VENV_BIN)/baocao run "$(AGENCY)" "$(PERIOD)" || { status=$$?; if [ $$status -eq 1 ]; then \
	  echo "Tệp Word đã ghi xong; dòng «Error 1» của make chỉ có nghĩa báo cáo còn là bản dự thảo." >&2; fi; \
	  exit $$status; }

samples: $(STAMP)
	@$(VENV_BIN)/baocao samples "$(AGENCY)" "$(PERIOD)"

dictionary: $(STAMP)
	@$(VENV_PYTHON) -m report_utils.forms.dictionary
	@$(VENV_PYTHON) -m report_utils.findings.code_list

# nbval is left to tests/test_notebooks.py; loading it here would take each process a second.
test: lint
	@echo "== pytest"
	@$(VENV_PYTHON) -m pytest -p no:nbval -n auto --dist worksteal

lint: $(STAMP)
	@echo "== ruff check"
	@$(VENV_PYTHON) -m ruff check .
	@echo "== mypy"
	@$(VENV_PYTHON) -m mypy

# Ratios measured side by side in one run; nothing passes or fails. BAOCAO_BENCH_DOCXTPL may name the Python of another
# environment that has docxtpl, to be compared with as well.
bench: $(STAMP)
	@$(VENV_PYTHON) -m bench

setup: $(STAMP)

# The old stamp goes first and the new one comes last, so that a setup that failed is done again.
$(STAMP): requirements.lock pyproject.toml
	@rm -f $(STAMP)
	@chosen=; \
	for candidate in $(CANDIDATES); do \
	  if "$$candidate" -c "$(IS_NEW_ENOUGH)" >/dev/null 2>&1; then chosen=$$candidate; break; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
	  echo "Chưa có Python 3.11 trở lên; hãy cài rồi chạy lại, hoặc chỉ ra bằng PYTHON=..." >&2; \
	  echo "Python 3.11 or later was not found; install it, or name it with PYTHON=..." >&2; \
	  exit 2; \
	fi; \
	if ! "$$chosen" -c "import venv, ensurepip" >/dev/null 2>&1; then \
	  echo "$$chosen thiếu mô-đun venv hoặc ensurepip; trên Debian, Ubuntu hãy cài gói python3-venv." >&2; \
	  echo "$$chosen lacks venv or ensurepip; on Debian or Ubuntu install the package python3-venv." >&2; \
	  exit 2; \
	fi; \
	echo "== Cài đặt vào .venv: một đến ba phút, cần mạng (setting up: one to three minutes, needs the network)"; \
	echo "== 1/3 .venv: $$chosen"; \
	"$$chosen" -m venv --clear .venv
	@echo "== 2/3 requirements.lock: $$(grep -c '^[A-Za-z0-9].*==' requirements.lock) thư viện (packages)"
	@$(PIP_INSTALL) --require-hashes -r requirements.lock
	@echo "== 3/3 report-utils: lệnh baocao (the command baocao)"
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $(STAMP)
	@echo "== Cài đặt xong (done): $(VENV_BIN)/baocao"

# Needs uv. One version of each package for every Python and system, so that all machines make the same bytes.
lock:
	@echo "# Made by 'make lock'; do not edit by hand." > requirements.lock.new
	@$(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --upgrade \
	  --generate-hashes --no-header --extra dev pyproject.toml >> requirements.lock.new
	@mv requirements.lock.new requirements.lock
	@$(MAKE) --no-print-directory lock-dask lock-docs lock-hooks

# An extra (for clusters, for the site), at the versions of requirements.lock wherever both name a package.
lock-dask lock-docs: lock-%:
	@echo "# Made by 'make lock'; do not edit by hand." > requirements-$*.lock.new
	@$(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --upgrade \
	  --constraints requirements.lock --generate-hashes --no-header --no-annotate --extra $* pyproject.toml \
	  >> requirements-$*.lock.new
	@mv requirements-$*.lock.new requirements-$*.lock

# pre-commit alone; what the hooks call is in requirements.lock.
lock-hooks:
	@echo "# Made by 'make lock'; do not edit by hand." > requirements-hooks.lock.new
	@$(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --upgrade \
	  --constraints requirements.lock --generate-hashes --no-header --no-annotate --group hooks \
	  >> requirements-hooks.lock.new
	@mv requirements-hooks.lock.new requirements-hooks.lock

# On demand: git looks at each commit with .pre-commit-config.yaml from now on.
hooks: $(STAMP)
	@echo "== requirements-hooks.lock"
	@$(PIP_INSTALL) --require-hashes -r requirements-hooks.lock
	@$(VENV_PYTHON) -m pre_commit install

# On demand: what `baocao batch --scheduler` needs, into .venv.
dask: $(STAMP)
	@echo "== requirements-dask.lock"
	@$(PIP_INSTALL) --require-hashes -r requirements-dask.lock

# On demand: the guide as a static site in site/, with search, to be read from there or put on any web server.
site: $(STAMP)
	@echo "== requirements-docs.lock"
	@$(PIP_INSTALL) --require-hashes -r requirements-docs.lock
	@$(VENV_PYTHON) -m sphinx --quiet --fresh-env --fail-on-warning --doctree-dir build/guide --builder html docs site
	@echo "site/index.html"

# The wheel and the source distribution, into dist/, from the tools of .venv.
wheel: $(STAMP)
	@rm -rf build dist
	@$(VENV_PYTHON) -c "from setuptools import build_meta as b; print(b.build_sdist('dist'), b.build_wheel('dist'))"

clean:
	@rm -rf .venv site .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist src/*.egg-info
	@find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

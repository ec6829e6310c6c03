# The two commands: make site, make test. `make help` lists the rest.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE_TOOLS := benchmarks/node_modules/.package-lock.json
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve check check-github test verify bench lighthouse search-bench lint types unit browser schemas clean

help: ## รายการคำสั่ง · list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/.ready ## สร้างเว็บไซต์ลงใน site/ · build the site into site/
	$(BIN)/gastro build

serve: $(VENV)/.ready ## ดูตัวอย่างขณะแก้ไข · live preview on http://127.0.0.1:8000/
	$(BIN)/gastro serve

check: $(VENV)/.ready ## ตรวจระเบียน · check the records
	$(BIN)/gastro check

check-github: $(VENV)/.ready ## ตรวจระเบียนแล้วชี้บรรทัดใน pull request · mark problems on a pull request
	$(BIN)/gastro check --format github

schemas: $(VENV)/.ready ## เขียน JSON Schema ใหม่ · write the JSON Schemas anew
	$(BIN)/gastro schemas

test: ## ตรวจทุกอย่าง ภายใน 15 นาที · every check, within 15 minutes
	@$(MAKE) --no-print-directory --jobs 3 lint types site $(VENV)/.browser
	@$(MAKE) --no-print-directory unit
	@GASTRO_TESTED_SITE=site $(MAKE) --no-print-directory browser

lint: $(VENV)/.ready-dev ## รูปแบบโค้ด · format and lint
	$(BIN)/ruff format --check scripts tests benchmarks
	$(BIN)/ruff check scripts tests benchmarks

types: $(VENV)/.ready-dev ## ชนิดข้อมูล · strict types
	$(BIN)/mypy

unit: $(VENV)/.ready-dev ## ทดสอบหน่วยและหน้าต้นแบบ · unit and golden tests
	$(BIN)/pytest -n auto --dist worksteal -m "not verify" --ignore=tests/browser tests

browser: $(VENV)/.ready-dev $(VENV)/.browser ## ทดสอบในเบราว์เซอร์จริง · tests in a real browser
	@echo "browser: $$(cat $(VENV)/.browser)"
	GASTRO_BROWSER="$$(cat $(VENV)/.browser)" $(BIN)/pytest -n auto --dist worksteal -m "not verify" tests/browser

verify: $(VENV)/.ready-dev $(VENV)/.browser $(NODE_TOOLS) ## การตรวจที่ใช้เวลานาน · slow checks: audits, HTML validation, fuzzing, benchmarks
	@command -v java >/dev/null || (apt-get update -qq && apt-get install -y -qq default-jre-headless)
	GASTRO_BROWSER="$$(cat $(VENV)/.browser)" $(BIN)/pytest -m verify tests
	$(BIN)/pytest -n auto --hypothesis-profile=explore tests/text tests/reading tests/records
	$(MAKE) bench

bench: $(VENV)/.ready-dev ## วัดเวลาของตัวอย่างสด และน้ำหนักของหน้าเว็บ · time of the live preview, weight of the pages
	$(BIN)/python benchmarks/preview.py
	$(BIN)/python benchmarks/weight.py

lighthouse: $(VENV)/.ready-dev $(VENV)/.browser $(NODE_TOOLS) ## วัดความเร็วบนโทรศัพท์ด้วย Lighthouse · speed on a phone, beside stock Material
	$(BIN)/python benchmarks/lighthouse.py

search-bench: $(VENV)/.ready-dev $(VENV)/.browser $(NODE_TOOLS) ## เทียบการค้นหากับ Material และ Pagefind · the search beside Material's and Pagefind
	PYTHONPATH=. $(BIN)/python benchmarks/search.py

clean: ## ลบสิ่งที่สร้าง · remove what was made
	rm -rf $(VENV) benchmarks/node_modules site .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed · ต้องใช้ Python 3.11 ขึ้นไป" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

$(VENV)/.browser: $(VENV)/.ready-dev tests/browser/find_browser.py
	$(BIN)/python tests/browser/find_browser.py > $@

$(NODE_TOOLS): benchmarks/package-lock.json benchmarks/package.json benchmarks/.npmrc
	@command -v npm >/dev/null || { echo "Node.js 20 or newer with npm is needed · ต้องมี Node.js 20 ขึ้นไป"; exit 1; }
	npm ci --prefix benchmarks --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

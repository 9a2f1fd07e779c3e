# Two commands do everything: `make run` and `make test`. Each sets up what it needs, once, and works again at once.

.DEFAULT_GOAL := help
SHELL := /bin/sh
export QT_QPA_PLATFORM_TEST ?= offscreen

.PHONY: help run test check setup lint package fonts clean

help: ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/\t/' | expand -t 12

run: ## set everything up and open the desk with the sample draft
	@sh packaging/system/venv.sh run
	@sh packaging/system/install.sh
	@sh packaging/system/languagetool.sh
	@sh packaging/system/open.sh

test: ## set everything up and run the tests (under two minutes once set up)
	@sh packaging/system/venv.sh test
	@sh packaging/system/install.sh
	@sh packaging/system/languagetool.sh required
	@QT_QPA_PLATFORM=$(QT_QPA_PLATFORM_TEST) .venv/bin/python -m pytest -q -m "not slow" -n auto --dist loadfile $(ARGS)

check: lint ## what is slower: linters, types, LibreOffice, Chromium, validators, the package
	@sh packaging/checks/install.sh
	@QT_QPA_PLATFORM=$(QT_QPA_PLATFORM_TEST) .venv/bin/python -m pytest -q -m slow -n 2 --dist loadfile --timeout 900 $(ARGS)

lint: ## ruff, the layers, mypy
	@sh packaging/system/venv.sh test
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports --no-logo 2>/dev/null || .venv/bin/lint-imports
	@.venv/bin/mypy

setup: ## LanguageTool alone
	@sh packaging/system/venv.sh run
	@sh packaging/system/languagetool.sh required

package: ## the program as one folder, with PyInstaller, in dist/pressdesk
	@sh packaging/system/venv.sh test
	@sh packaging/pyinstaller/build.sh

clean: ## the virtual environment and everything built
	rm -rf .venv build dist

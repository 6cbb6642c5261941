# SPDX-License-Identifier: GPL-3.0-or-later

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:

PREFIX ?= /usr/local
BUILD_FOLDER ?= .build
DOCS_FOLDER ?= .build-docs
ROWS ?= 1000000
SEED ?= 1
SECONDS ?= 10
LANGUAGE ?= nl
REPORT ?= $(BUILD_FOLDER)/report
PROGRAM := $(BUILD_FOLDER)/release/stikstof
TEST_LOG := $(BUILD_FOLDER)/test.log
CHECKED := Sources Tests Package.swift
RUN_INPUT := Fixtures/provinces Fixtures/municipalities/nijkerk
BUILD_PROGRAM := swift build --scratch-path $(BUILD_FOLDER) -c release --product stikstof
SOURCES := Package.swift $(shell find Sources -type f)

.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*\#\# .*/\1/p' Makefile)

help: ## print this list
	@echo 'Targets, with `make TARGET`:'
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-15s %s\n", $$1, $$2 }' Makefile
	echo 'Settings: PREFIX=$(PREFIX) (install), BUILD_FOLDER=$(BUILD_FOLDER), LANGUAGE=$(LANGUAGE) (nl or en, of the report of run)'

deps: ## install what is missing with apt-get: libgsl-dev, libgdal-dev, libxml2-dev, libgeos-dev and others
	@.ci/deps

build: deps ## build the program for release
	@$(BUILD_PROGRAM)

run: build ## assess the provinces and Nijkerk, and report on the Veluwe; flags are no failure of make
	@status=0
	$(PROGRAM) assess $(RUN_INPUT) || status=$$?
	case $$status in
	  0) echo 'make run: exit code 0: nothing was flagged' ;;
	  1) echo 'make run: exit code 1: at least one territory was flagged, as meant' ;;
	  *) echo "make run: exit code $$status: the assessment failed" >&2; exit $$status ;;
	esac
	status=0
	$(PROGRAM) report Fixtures/provinces --area Veluwe --lang $(LANGUAGE) --output $(REPORT) >/dev/null || status=$$?
	[ $$status -le 1 ] || { echo "make run: exit code $$status: the report failed" >&2; exit $$status; }
	echo 'the report of the Veluwe: $(REPORT)/area-57.html and .pdf; the overview: $(REPORT)/index.html'

test: deps ## run all tests; a run without tests fails
	@mkdir -p $(BUILD_FOLDER)
	status=0
	swift test --scratch-path $(BUILD_FOLDER) --disable-xctest 2>&1 | tee $(TEST_LOG) || status=$$?
	.ci/closing-lines $(TEST_LOG)
	exit $$status

reference: deps ## run every case of a folder through the fitting library: make reference CASES=DIR
	@test -n '$(CASES)' || { echo 'make reference: say which folder, CASES=DIR' >&2; exit 2; }
	swift build --scratch-path $(BUILD_FOLDER) -c release --product reference-cases
	$(BUILD_FOLDER)/release/reference-cases '$(CASES)'

coverage: deps ## how often the 95 % interval of a trend holds the true one, on made series
	@swift build --scratch-path $(BUILD_FOLDER) -c release --product coverage-study
	$(BUILD_FOLDER)/release/coverage-study

calibration: deps ## whether probabilities come true, on made municipalities with known truth
	@swift build --scratch-path $(BUILD_FOLDER) -c release --product calibration-study
	$(BUILD_FOLDER)/release/calibration-study 4000 $(BUILD_FOLDER)/calibration.svg

external: build ## have frictionless and jsonschema, from PyPI, check our data packages and JSON
	@.ci/external $(PROGRAM)

browser: build ## open reports in headless Chromium: console, axe-core, keyboard, sorting, pictures
	@.ci/browser $(PROGRAM)

bench: build ## time the assessment of the twelve provinces
	@.ci/bench $(PROGRAM)

bench-fits: deps ## time the fits of 300 stations beside scipy and numpy, from PyPI
	@swift build --scratch-path $(BUILD_FOLDER) -c release --product fit-benchmark
	.ci/bench-fits $(BUILD_FOLDER)/release/fit-benchmark

bench-projection: deps ## time projections by drawing, from 2400 series and a million sources, beside numpy, from PyPI
	@swift build --scratch-path $(BUILD_FOLDER) -c release --product projection-benchmark
	.ci/bench-projection $(BUILD_FOLDER)/release/projection-benchmark

bench-reports: build ## time reports: all areas as HTML, twelve pages as PDF
	@.ci/bench-reports $(PROGRAM)

bench-zones: build ## time a million points beside DuckDB and others: make bench-zones OUTLINES=FILE.geojson
	@test -n '$(OUTLINES)' || { echo 'make bench-zones: say which file, OUTLINES=FILE' >&2; exit 2; }
	swift build --scratch-path $(BUILD_FOLDER) -c release --product zone-benchmark
	.ci/bench-zones $(PROGRAM) $(BUILD_FOLDER)/release/zone-benchmark '$(OUTLINES)'

made-inventory: deps ## a seeded inventory of a million rows: make made-inventory OUTLINES=FILE TO=FILE.csv
	@test -n '$(OUTLINES)' && test -n '$(TO)' || { echo 'make made-inventory: say OUTLINES=FILE and TO=FILE.csv' >&2; exit 2; }
	swift build --scratch-path $(BUILD_FOLDER) -c release --product made-inventory
	$(BUILD_FOLDER)/release/made-inventory '$(OUTLINES)' $(ROWS) $(SEED) >'$(TO).part'
	mv '$(TO).part' '$(TO)'

bench-sources: deps ## time the reading of 5M sources in CSV beside duckdb and polars, from PyPI
	@swift build --scratch-path $(BUILD_FOLDER) -c release --product source-benchmark
	.ci/bench-sources $(BUILD_FOLDER)/release/source-benchmark

bench-imaer: deps ## time the reading of 50,000 farms in AERIUS IMAER GML, made for it
	@swift build --scratch-path $(BUILD_FOLDER) -c release --product imaer-benchmark
	$(BUILD_FOLDER)/release/imaer-benchmark

fuzz: deps ## feed each reader of sources and outlines bad input for a while: make fuzz SECONDS=10
	@.ci/fuzz '$(SECONDS)'

record: deps ## rewrite the expected files of the tests; fails where one changed, to be looked at
	@STIKSTOF_RECORD=1 swift test --scratch-path $(BUILD_FOLDER) --disable-xctest

lint: ## check the format of all Swift files
	@swift format lint --strict --parallel --recursive $(CHECKED)

format: ## rewrite all Swift files in the format
	@swift format format --in-place --parallel --recursive $(CHECKED)

install: $(PROGRAM) ## copy the program, Areas/, manual pages and completions to PREFIX
	@bin='$(DESTDIR)$(PREFIX)/bin' share='$(DESTDIR)$(PREFIX)/share'
	install -D -m 755 $(PROGRAM) "$$bin/stikstof"
	rm -rf "$$share/stikstof/Areas" "$$share/stikstof/schema"
	mkdir -p "$$share/stikstof"
	cp -R Areas "$$share/stikstof/Areas"
	cp -R Sources/NitrogenReports/Schema "$$share/stikstof/schema"
	rm -f "$$share"/man/man1/stikstof.1 "$$share"/man/man1/stikstof-*.1
	install -D -m 644 -t "$$share/man/man1" Manual/*.1
	completion() {
	  mkdir -p "$$share/$$(dirname "$$2")"
	  $(PROGRAM) --generate-completion-script "$$1" >"$$share/$$2"
	}
	completion bash bash-completion/completions/stikstof
	completion zsh zsh/site-functions/_stikstof
	completion fish fish/vendor_completions.d/stikstof.fish
	echo "installed $$bin/stikstof, and $$share/stikstof, manual pages and completions beside it"

uninstall: ## remove from PREFIX what install put there
	@bin='$(DESTDIR)$(PREFIX)/bin' share='$(DESTDIR)$(PREFIX)/share'
	rm -f "$$bin/stikstof" "$$share"/man/man1/stikstof.1 "$$share"/man/man1/stikstof-*.1 \
	  "$$share/bash-completion/completions/stikstof" "$$share/zsh/site-functions/_stikstof" \
	  "$$share/fish/vendor_completions.d/stikstof.fish"
	rm -rf "$$share/stikstof"
	echo "removed $$bin/stikstof, $$share/stikstof, manual pages and completions"

manual: deps ## rewrite the manual pages from what the program says of itself
	@STIKSTOF_RECORD=1 swift test --scratch-path $(BUILD_FOLDER) --disable-xctest \
	  --filter GuideTests.ManualTests || git --no-pager diff --stat -- Manual

docs: deps ## make the documentation site in DOCS_FOLDER: guide, methods, reference
	@swift build --scratch-path $(BUILD_FOLDER) --target NitrogenRuns
	.ci/docs $(BUILD_FOLDER)/debug/Modules $(DOCS_FOLDER)

# Only where a source is newer: `sudo make install` after `make build` needs no Swift.
$(PROGRAM): $(SOURCES)
	@.ci/deps
	$(BUILD_PROGRAM)
	touch $@

clean: ## remove what was built
	rm -rf $(BUILD_FOLDER)

check: lint test run ## lint, test and run, as before a commit

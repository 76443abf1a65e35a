# The tests: this script's own, the page's units, then Maven's units and integration tests, on a PostGIS cluster made for this run.
# `conformance` runs the OGC's WFS suite against a running service instead, where the suite is beside this clone.
# shellcheck shell=bash

run_tests() {
    (($# <= 1)) || usage_error "test takes at most one argument: conformance."
    case "${1:-}" in
        "") all_tests ;;
        conformance) conformance_tests ;;
        *) usage_error "test: unknown suite '$1'. There is: conformance." ;;
    esac
}

all_tests() {
    local maven=(mvn -f "$ROOT/pom.xml" -B -ntp -pl api -am verify)
    select_shared_data
    prepare_test_run
    run_shown "$RISKMAP_VAR/log/test-script.log" "$ROOT/bin/test-script.sh"
    install_node_modules
    run_shown "$RISKMAP_VAR/log/test-page.log" npm --prefix "$ROOT/web" test
    build_page
    [[ -z "$EXCLUDED_TAGS" ]] || maven+=("-DexcludedGroups=$EXCLUDED_TAGS")
    run_shown "$RISKMAP_VAR/log/test.log" "${maven[@]}"
    stop_what_we_started
    remove_test_cluster
    say "all tests passed"
}

# Tests on real data are not selected where it is absent; CI must have it.
select_shared_data() {
    EXCLUDED_TAGS=""
    if [[ -d "$RISKMAP_SHARED_DATA" ]]; then
        RISKMAP_SHARED_DATA="$(cd -- "$RISKMAP_SHARED_DATA" && pwd -P)"
        return
    fi
    [[ "${CI:-}" != true ]] || fail "the real data is missing at $RISKMAP_SHARED_DATA, and CI requires it (RISKMAP_SHARED_DATA)."
    say "no real data at $RISKMAP_SHARED_DATA: the tests tagged shared-data are not selected"
    EXCLUDED_TAGS=shared-data
}

# From here on RISKMAP_VAR is a folder for tests: a running service and its database are not touched.
prepare_test_run() {
    RISKMAP_VAR="$RISKMAP_VAR/test"
    mkdir -p "$RISKMAP_VAR/log"
    unset RISKMAP_DB_URL RISKMAP_DB_USER RISKMAP_DB_PASSWORD RISKMAP_PUBLIC_URL RISKMAP_ADMIN_PASSWORD RISKMAP_DEMO
    lock
    install_packages test
    remove_test_cluster
    DB_PORT_FIRST=$((DB_PORT_FIRST + 100))
    CLUSTER_CONF="$ROOT/bin/postgresql-test.conf"
    cluster_start
    export RISKMAP_TEST_DB_URL
    RISKMAP_TEST_DB_URL="jdbc:postgresql://127.0.0.1:$(cluster_port)/postgres?user=postgres&password=$(cat "$(secret_file postgres-password)")"
    unset RISKMAP_DB_URL RISKMAP_DB_USER RISKMAP_DB_PASSWORD RISKMAP_PORT RISKMAP_BIND
}

# What an earlier run left when it was killed.
remove_test_cluster() {
    if cluster_running; then cluster_stop; fi
    [[ ! -f "$RISKMAP_VAR/cluster" ]] || rm -rf "$(cluster_home)"
    rm -f "$RISKMAP_VAR/cluster"
}

# Like run_step, with the output shown as well.
run_shown() {
    local log="$1" code=0
    shift
    setsid "$@" > >(exec tee "$log") 2>&1 </dev/null &
    STEP_PID=$!
    wait "$STEP_PID" || code=$?
    STEP_PID=""
    ((code == 0)) || fail "tests failed (exit $code). The whole output: $log"
}

conformance_tests() {
    local suite="$RISKMAP_SHARED_DATA/../conformance/wfs20/run.sh"
    [[ -f "$suite" ]] || fail "the OGC's WFS suite is not beside this clone: $suite"
    server_running || fail "the suite asks a running service: ./riskmap up --detach first."
    run_shown "$RISKMAP_VAR/log/conformance.log" bash "$suite" \
        "http://$(local_address):$RISKMAP_PORT/geoserver/wfs" "$RISKMAP_VAR/conformance"
    judge_conformance "$RISKMAP_VAR/log/conformance.log"
}

# At least 300 passed and fewer failures than a quarter of that; api/docs/conformance.md explains those there are.
judge_conformance() {
    local counts passed failed
    counts="$(tail -n 1 "$1")"
    passed="$(sed -n "s/.*'PASS': \([0-9]*\).*/\1/p" <<<"$counts")"
    failed="$(sed -n "s/.*'FAIL': \([0-9]*\).*/\1/p" <<<"$counts")"
    [[ -n "$passed" ]] || fail "the suite gave no counts: $1"
    ((passed >= 300 && ${failed:-0} * 4 < passed)) ||
        fail "$passed passed and ${failed:-0} failed; wanted are 300 and fewer failures than a quarter of the passes."
    say "$passed passed, ${failed:-0} failed (api/docs/conformance.md says why)"
}

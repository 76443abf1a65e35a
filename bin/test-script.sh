#!/usr/bin/env bash
# Tests of ./riskmap itself: a copy of it in a folder with blanks and Chinese characters runs with a stand-in for the
# service, for Maven and for npm; PostgreSQL is real. Prints how many passed and failed; exits non-zero on a failure.
set -uo pipefail

SOURCE="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
WORK="$(mktemp -d)"
CLONE="$WORK/应急 clone"
PASSED=0 FAILED=0
export PATH="$WORK/stand-ins:$PATH" LC_ALL=C.UTF-8
unset "${!RISKMAP_@}" JAVA_TOOL_OPTIONS

# The stand-ins ---------------------------------------------------------------------------------------------------

make_clone() {
    mkdir -p "$CLONE/web" "$CLONE/api/src/main" "$CLONE/geoserver-data" "$WORK/stand-ins" "$WORK/classes"
    cp -r "$SOURCE/riskmap" "$SOURCE/bin" "$CLONE/"
    echo '{}' >"$CLONE/web/package-lock.json"
    echo '<project/>' >"$CLONE/pom.xml"
    cat >"$WORK/Service.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.*;

/** Unpacks itself, is a command, fails, or answers its health, as it is told. */
public class Service {
    public static void main(String[] arguments) throws Exception {
        if ("tools".equals(System.getProperty("jarmode"))) {
            Path folder = Path.of(arguments[2]);
            Files.createDirectories(folder);
            Files.copy(Path.of(System.getProperty("java.class.path")), folder.resolve("riskmap.jar"));
        } else if (arguments.length > 0) {
            System.out.println(String.join("|", arguments) + " on " + System.getenv("RISKMAP_DB_URL"));
            System.exit(Integer.getInteger("exit", 0));
        } else if (System.getProperty("fail") != null) {
            System.out.println("the stand-in fails as told");
            System.exit(1);
        } else {
            var address = new InetSocketAddress(System.getenv("RISKMAP_BIND"), Integer.parseInt(System.getenv("RISKMAP_PORT")));
            HttpServer server = HttpServer.create(address, 0);
            server.createContext("/", exchange -> { exchange.sendResponseHeaders(200, -1); exchange.close(); });
            server.start();
        }
    }
}
JAVA
    javac -d "$WORK/classes" "$WORK/Service.java"
    cat >"$WORK/stand-ins/mvn" <<SH
#!/bin/bash
echo \$\$ >>"$WORK/builds" # one line a build, with its process
sleep "\${BUILD_SECONDS:-0}"
mkdir -p "$CLONE/api/target"
jar --create --file "$CLONE/api/target/riskmap.jar" --main-class Service -C "$WORK/classes" .
SH
    cat >"$WORK/stand-ins/npm" <<SH
#!/bin/bash
mkdir -p "$CLONE/web/node_modules" "$CLONE/web/dist"
echo page >"$CLONE/web/dist/index.html"
SH
    printf '#!/bin/bash\n# a Node that is new enough\n' >"$WORK/stand-ins/node"
    chmod +x "$WORK/stand-ins"/*
    touch "$WORK/builds"
}

free_port() {
    (
        # shellcheck source=bin/common.sh
        source "$SOURCE/bin/common.sh"
        free_port "$1"
    )
}

clean_up() {
    local var
    for var in "$CLONE/var" "$WORK/second"; do
        RISKMAP_VAR="$var" ./riskmap down >/dev/null 2>&1
        [[ ! -f "$var/cluster" ]] || rm -rf "$(cat "$var/cluster")"
    done
    rm -rf "$WORK"
}

# What a test says ------------------------------------------------------------------------------------------------

# run COMMAND...: keeps its output in OUTPUT and its exit code in CODE.
run() {
    OUTPUT="$("$@" 2>&1)"
    CODE=$?
}

expect() {
    local what="$1"
    shift
    if "$@"; then return; fi
    echo "    not so: $what"
    echo "    | ${OUTPUT//$'\n'/$'\n    | '}"
    TEST_FAILED=yes
}

exits() { [[ "$CODE" == "$1" ]]; }
says() { [[ "$OUTPUT" == *"$1"* ]]; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
ended() { ! kill -0 "$1" 2>/dev/null; }
silent() { ! answers "$1"; }
database_port() { sed -n 1p "$1/cluster-port"; }
builds() { wc -l <"$WORK/builds"; }
built_since() { [[ "$(builds)" != "$1" ]]; }

# wait_until COMMAND...: for at most a minute.
wait_until() {
    local tries=600
    until "$@"; do
        if ((tries-- == 0)); then
            expect "in a minute: $*" false
            return
        fi
        sleep 0.1
    done
}

check() {
    TEST_FAILED="" OUTPUT=""
    "$1"
    if [[ -z "$TEST_FAILED" ]]; then
        PASSED=$((PASSED + 1))
    else
        FAILED=$((FAILED + 1))
        echo "  FAILED: ${1//_/ }"
    fi
}

# The tests -------------------------------------------------------------------------------------------------------

up_starts_service_and_database_and_down_stops_both() {
    run ./riskmap up --detach
    expect "up succeeds" exits 0
    expect "it prints the page's address" says "http://127.0.0.1:$RISKMAP_PORT/"
    expect "the service answers" answers "$RISKMAP_PORT"
    expect "the database answers" answers "$(database_port var)"
    run ./riskmap up --detach
    expect "a second up changes nothing" says "already running"
    run ./riskmap status
    expect "status says how an analyst connects" says "user=riskmap_reader"
    run ./riskmap down
    expect "the service is gone" silent "$RISKMAP_PORT"
    expect "the database is gone" silent "$(database_port var)"
}

it_builds_only_when_sources_changed() {
    local before
    before="$(builds)"
    run ./riskmap load x
    expect "nothing changed, nothing built" [ "$(builds)" == "$before" ]
    echo '<!-- changed -->' >>pom.xml
    run ./riskmap load x
    expect "a change is built" [ "$(builds)" == $((before + 1)) ]
}

secrets_are_readable_by_their_owner_only() {
    run stat -c '%a' var/database-password var/reader-password var/postgres-password
    expect "mode 600" [ "$OUTPUT" == $'600\n600\n600' ]
}

load_works_with_the_service_down_and_stops_the_database_again() {
    run ./riskmap load "my folder" --dry-run
    expect "the arguments arrive as they were" says "load|my folder|--dry-run on jdbc:postgresql://127.0.0.1:"
    expect "the database is gone" silent "$(database_port var)"
    RISKMAP_JAVA_OPTS=-Dexit=3 run ./riskmap load x
    expect "its exit code is the command's" exits 3
}

a_taken_port_is_named_with_its_holder() {
    ./riskmap up --detach >/dev/null
    RISKMAP_VAR="$WORK/second" run ./riskmap up --detach
    expect "it fails" exits 1
    expect "it names port and holder" says "port $RISKMAP_PORT is taken by process $(cut -d' ' -f1 var/server.pid) (java)"
}

two_instances_run_side_by_side() {
    local port
    port="$(free_port $((RISKMAP_PORT + 1)))"
    ./riskmap up --detach >/dev/null
    RISKMAP_VAR="$WORK/second" RISKMAP_PORT="$port" run ./riskmap up --detach
    expect "the second starts" answers "$port"
    expect "with a database of its own" [ "$(database_port var)" != "$(database_port "$WORK/second")" ]
    RISKMAP_VAR="$WORK/second" RISKMAP_PORT="$port" run ./riskmap down
    expect "the first still runs" answers "$RISKMAP_PORT"
    ./riskmap down >/dev/null
}

all_wrong_settings_are_named_at_once() {
    RISKMAP_PORT=80a RISKMAP_PUBLIC_URL=map RISKMAP_DB_URL=x run ./riskmap up
    expect "it fails" exits 1
    for name in RISKMAP_PORT RISKMAP_PUBLIC_URL RISKMAP_DB_URL; do expect "$name is named" says "$name is"; done
    run ./riskmap up --fast
    expect "an unknown option is misuse" exits 2
}

a_service_that_fails_to_start_is_an_error_with_its_log() {
    RISKMAP_JAVA_OPTS=-Dfail=yes run ./riskmap up --detach
    expect "it fails" exits 1
    expect "the end of the log is shown" says "the stand-in fails as told"
    expect "the database is stopped again" silent "$(database_port var)"
}

an_interrupted_build_leaves_nothing_and_is_done_again() {
    echo '<!-- changed again -->' >>pom.xml
    local before
    before="$(builds)"
    BUILD_SECONDS=60 ./riskmap up --detach >"$WORK/output" 2>&1 &
    local script=$!
    wait_until built_since "$before"
    kill -TERM "$script"
    wait "$script"
    CODE=$? OUTPUT="$(cat "$WORK/output")"
    expect "it ends as terminated" exits 143
    expect "no build goes on" ended "$(tail -n 1 "$WORK/builds")"
    run ./riskmap load x
    expect "the next command builds" says "building the service"
    expect "and works" exits 0
}

terminating_up_in_the_foreground_stops_all_it_started() {
    ./riskmap up >"$WORK/output" 2>&1 &
    local script=$!
    wait_until grep -q 'Ctrl-C' "$WORK/output"
    kill -TERM "$script"
    wait "$script"
    OUTPUT="$(cat "$WORK/output")"
    expect "the service is gone" silent "$RISKMAP_PORT"
    expect "the database is gone" silent "$(database_port var)"
}

a_service_that_was_killed_is_not_taken_for_running() {
    ./riskmap up --detach >/dev/null
    kill -KILL "$(cut -d' ' -f1 var/server.pid)"
    wait_until silent "$RISKMAP_PORT"
    run ./riskmap status
    expect "status knows" says "the service is not running"
    run ./riskmap up --detach
    expect "up starts it" answers "$RISKMAP_PORT"
    ./riskmap down >/dev/null
}

a_moved_clone_keeps_its_database() {
    local place
    place="$(cat var/cluster)"
    [[ "$place" != "$CLONE"* ]] || return 0 # it lies inside and moves along
    mv "$CLONE" "$WORK/moved" && cd "$WORK/moved" || return
    run ./riskmap load x
    expect "it says so" says "its database stays in $place"
    cd "$WORK" && mv "$WORK/moved" "$CLONE" && cd "$CLONE" || return
    run ./riskmap load x
    expect "and back" exits 0
}

make_clone
trap clean_up EXIT
cd "$CLONE" || exit
RISKMAP_PORT="$(free_port 18300)"
export RISKMAP_PORT
for test in up_starts_service_and_database_and_down_stops_both it_builds_only_when_sources_changed \
    secrets_are_readable_by_their_owner_only load_works_with_the_service_down_and_stops_the_database_again \
    a_taken_port_is_named_with_its_holder two_instances_run_side_by_side all_wrong_settings_are_named_at_once \
    a_service_that_fails_to_start_is_an_error_with_its_log an_interrupted_build_leaves_nothing_and_is_done_again \
    terminating_up_in_the_foreground_stops_all_it_started a_service_that_was_killed_is_not_taken_for_running \
    a_moved_clone_keeps_its_database; do
    check "$test"
done
echo "./riskmap: $PASSED passed, $FAILED failed"
((FAILED == 0))

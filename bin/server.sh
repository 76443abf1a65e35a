# The service: a Java process with its own session, found again by RISKMAP_VAR/server.pid.
# shellcheck shell=bash

START_LIMIT_S=600 # the first start makes the demo county

# A heap that was needed once is given back after a minute without work: the bureau's machine does other things too.
JAVA_FLAGS=(-Xms128m -Xmx1500m -XX:+UseG1GC -XX:G1HeapRegionSize=8m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30
    -XX:G1PeriodicGCInterval=60000 -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true -Dfile.encoding=UTF-8 '-Xlog:cds*=off')

# RISKMAP_VAR/server.pid holds "pid start-time": a number that another process got later is not taken for ours.
server_running() {
    local pid started
    [[ -f "$RISKMAP_VAR/server.pid" ]] || return 1
    read -r pid started <"$RISKMAP_VAR/server.pid" || return 1
    [[ -n "$started" && "$(start_time "$pid")" == "$started" ]]
}

server_pid() {
    cut -d' ' -f1 "$RISKMAP_VAR/server.pid"
}

# The kernel's start time of a living process, or nothing: field 22 of its stat, counted from the command's closing
# bracket, where field 3 is Z for a dead one that nobody has buried yet.
start_time() {
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'
}

# Runs the service's jar in the foreground with other arguments, such as `load PATH`, in the caller's folder.
service_command() {
    local -a flags
    read -r -a flags <<<"${RISKMAP_JAVA_OPTS:-}"
    setsid java "${JAVA_FLAGS[@]}" "${flags[@]}" "-XX:SharedArchiveFile=$SERVICE/classes.jsa" \
        -XX:TieredStopAtLevel=1 -jar "$SERVICE/riskmap.jar" "$@" 9>&- &
    STEP_PID=$!
    local code=0
    wait "$STEP_PID" || code=$?
    STEP_PID=""
    return "$code"
}

# Java starts in half the time with an archive of its loaded classes. The first run writes one when it ends, the later
# ones use it; server_stop gives it its name once it is whole.
class_archive() {
    if [[ -f "$SERVICE/classes.jsa" ]]; then
        echo "-XX:SharedArchiveFile=$SERVICE/classes.jsa"
    else
        echo "-XX:ArchiveClassesAtExit=$SERVICE/classes.jsa.new"
    fi
}

# server_start DEMO: starts the service and returns when its health is UP.
server_start() {
    local log="$RISKMAP_VAR/log/server.log" pid
    local -a flags
    read -r -a flags <<<"${RISKMAP_JAVA_OPTS:-}"
    [[ ! -f "$log" ]] || mv "$log" "$log.1"
    rm -f "$RISKMAP_VAR/server.pid"
    say "starting the service"
    (
        cd "$ROOT" || exit
        exec 9>&-
        # Recorded before Java is: whenever we are interrupted, `down` finds what we left.
        pid="$BASHPID"
        echo "$pid $(start_time "$pid")" | write_file "$RISKMAP_VAR/server.pid"
        RISKMAP_DEMO="$1" exec setsid java "${JAVA_FLAGS[@]}" "${flags[@]}" "$(class_archive)" -jar "$SERVICE/riskmap.jar"
    ) >"$log" 2>&1 </dev/null &
    SERVER_JOB=$!
    STARTED_SERVER=yes
    wait_until_healthy
}

wait_until_healthy() {
    local log="$RISKMAP_VAR/log/server.log" patience=$((SECONDS + START_LIMIT_S)) said=""
    until healthy; do
        server_running || [[ ! -f "$RISKMAP_VAR/server.pid" ]] || server_failed "$log" "the service stopped while starting"
        ((SECONDS < patience)) || server_failed "$log" "the service did not answer within $START_LIMIT_S s"
        if [[ -z "$said" ]] && ((SECONDS > patience - START_LIMIT_S + 25)); then
            said=yes
            say "still starting (the first start makes the demo county); its log: $log"
        fi
        sleep 0.2
    done
}

server_failed() {
    echo "--- end of $1" >&2
    tail -n 25 "$1" >&2
    echo "---" >&2
    fail "$2. The whole log: $1"
}

# The address to ask on this machine: the one bound, or loopback where all are bound.
local_address() {
    case "$RISKMAP_BIND" in
        0.0.0.0 | :: | '*') echo 127.0.0.1 ;;
        *) echo "$RISKMAP_BIND" ;;
    esac
}

# curl is not on a bare system; bash speaks enough HTTP for this.
healthy() {
    local status
    status="$(
        {
            exec 7<>"/dev/tcp/$(local_address)/$RISKMAP_PORT" || exit 1
            printf 'GET /actuator/health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&7
            timeout 5 head -n 1 <&7
        } 2>/dev/null
    )" || return 1
    [[ "$status" == *' 200'* ]]
}

# Waits for the service in the foreground. Ctrl-C goes to the traps; `./riskmap down` elsewhere ends the wait too.
server_wait() {
    local code=0
    wait "$SERVER_JOB" || code=$?
    STARTED_SERVER=""
    stop_what_we_started
    ((code == 0 || code == 143)) || server_failed "$RISKMAP_VAR/log/server.log" "the service ended by itself (exit $code)"
    say "stopped"
}

server_stop() {
    local pid tries=300
    server_running || return 0
    pid="$(server_pid)"
    kill -TERM "$pid" 2>/dev/null || true
    while server_running && ((tries-- > 0)); do sleep 0.2; done
    if server_running; then
        kill -KILL "$pid" 2>/dev/null || true
    else
        keep_class_archives
    fi
    rm -f "$RISKMAP_VAR/server.pid"
}

keep_class_archives() {
    local archive
    for archive in "$RISKMAP_VAR"/app/*/classes.jsa.new; do
        [[ ! -f "$archive" ]] || mv "$archive" "${archive%.new}"
    done
}

print_addresses() {
    local host url
    host="$(local_address)"
    [[ "$host" != *:* ]] || host="[$host]"
    url="${RISKMAP_PUBLIC_URL:-http://$host:$RISKMAP_PORT}"
    url="${url%/}"
    echo
    echo "  Page         $url/"
    echo "  Map (WMS)    $url/geoserver/wms?service=WMS&version=1.3.0&request=GetCapabilities"
    echo "  Data (WFS)   $url/geoserver/wfs?service=WFS&version=2.0.0&request=GetCapabilities"
    echo "  Analyses     $url/api"
    echo "  Login        admin, password $(admin_password_place)"
    echo "  Process      $(server_pid) (log: $RISKMAP_VAR/log/server.log)"
    healthy || say "the service does not answer yet, or not well"
    echo
}

admin_password_place() {
    if [[ -n "${RISKMAP_ADMIN_PASSWORD:-}" ]]; then echo "from RISKMAP_ADMIN_PASSWORD"; else echo "in $RISKMAP_VAR/admin-password"; fi
}

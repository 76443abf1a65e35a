# What every step uses: messages, the lock, steps that can be interrupted, ports, disk space.
# shellcheck shell=bash

say() {
    echo "riskmap: $*"
}

fail() {
    echo "riskmap: $*" >&2
    exit 1
}

usage_error() {
    echo "riskmap: $*" >&2
    echo "See ./riskmap help" >&2
    exit 2
}

# One command at a time works on a RISKMAP_VAR. The lock is a file held open as descriptor 9, so it goes when its
# holder dies, however that happens; a build that outlives a killed script keeps it until it ends.
lock() {
    exec 9>>"$RISKMAP_VAR/lock"
    if ! flock --nonblock 9; then
        say "waiting for another ./riskmap command on $RISKMAP_VAR (pid $(cat "$RISKMAP_VAR/lock.pid" 2>/dev/null || echo unknown))"
        flock 9
    fi
    echo $$ >"$RISKMAP_VAR/lock.pid"
}

unlock() {
    exec 9>&-
}

# run_step LABEL LOGFILE COMMAND...: runs a long command with its output in a log, of which the end is shown when
# it fails. It runs in a session of its own, so that the traps decide when it is stopped.
run_step() {
    local label="$1" log="$2" code=0
    shift 2
    say "$label"
    mkdir -p "$(dirname "$log")"
    setsid "$@" >"$log" 2>&1 </dev/null &
    STEP_PID=$!
    wait "$STEP_PID" || code=$?
    STEP_PID=""
    ((code == 0)) || step_failed "$label" "$log" "$code"
}

step_failed() {
    echo "--- end of $2" >&2
    tail -n 25 "$2" >&2
    echo "---" >&2
    if grep -q -i -E 'no space left on device|disk quota exceeded' "$2"; then
        fail "the disk is full (step: $1). Free some space and run the same command again."
    fi
    fail "failed (exit $3): $1. The whole log: $2"
}

stop_step() {
    [[ -n "${STEP_PID:-}" ]] || return 0
    kill -TERM -- "-$STEP_PID" 2>/dev/null || true
    wait "$STEP_PID" 2>/dev/null || true
    STEP_PID=""
}

# The inode of the socket that listens on a TCP port, or nothing.
listening_inode() {
    local hex
    hex="$(printf ':%04X' "$1")"
    awk -v port="$hex" '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' \
        /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

port_is_taken() {
    [[ -n "$(listening_inode "$1")" ]]
}

# "process 123 (nginx)" or, for another user's process that we may not look into, "another program".
port_holder() {
    local fd pid
    fd="$(find /proc/[0-9]*/fd -lname "socket:\[$(listening_inode "$1")\]" -print -quit 2>/dev/null || true)"
    pid="${fd#/proc/}"
    pid="${pid%%/*}"
    if [[ -n "$pid" ]]; then
        echo "process $pid ($(cat "/proc/$pid/comm" 2>/dev/null || echo '?'))"
    else
        echo "another program"
    fi
}

port_must_be_free() {
    port_is_taken "$1" || return 0
    fail "port $1 is taken by $(port_holder "$1"). Stop that, or choose another: RISKMAP_PORT=$(free_port $(($1 + 1))) ./riskmap up"
}

# The first free port from the given one on.
free_port() {
    local port
    for ((port = $1; port < $1 + 200 && port < 65536; port++)); do
        port_is_taken "$port" || { echo "$port" && return; }
    done
    fail "no free port from $1 to $port"
}

# need_space DIRECTORY MEGABYTES WHAT: stops before a step would fill the disk.
need_space() {
    local place="$1" free_mb
    while [[ ! -d "$place" ]]; do place="$(dirname "$place")"; done
    free_mb="$(df -Pk "$place" | awk 'NR == 2 { print int($4 / 1024) }')"
    ((free_mb >= $2)) || fail "not enough disk space for $3: $free_mb MB free at $place, $2 MB needed."
}

# A secret of 160 bits, as letters and digits.
new_secret() {
    od -An -tx1 -N20 /dev/urandom | tr -d ' \n'
}

# secret_file NAME: the path of a generated secret in RISKMAP_VAR, made on first use, readable by its owner only.
secret_file() {
    local file="$RISKMAP_VAR/$1"
    if [[ ! -s "$file" ]]; then
        (umask 077 && new_secret >"$file.new" && echo >>"$file.new" && mv "$file.new" "$file")
    fi
    echo "$file"
}

# write_file PATH: standard input becomes the file's content, at once or not at all.
write_file() {
    mkdir -p "$(dirname "$1")"
    cat >"$1.new" && mv "$1.new" "$1"
}

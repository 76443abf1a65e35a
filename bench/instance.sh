# An own riskmap for a benchmark (HERE is its folder): own state in RISKMAP_VAR/bench/NAME, ports that are free; a running service is not touched.
# shellcheck shell=bash

ROOT="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"

free_port() {
    /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

OWN_PORT="$(free_port)"
unset RISKMAP_DB_URL RISKMAP_DB_USER RISKMAP_DB_PASSWORD RISKMAP_PUBLIC_URL RISKMAP_DEMO
export RISKMAP_VAR="${RISKMAP_VAR:-$ROOT/var}/bench/$(basename "$HERE")" RISKMAP_PORT="$OWN_PORT" RISKMAP_BIND=127.0.0.1
mkdir -p "$RISKMAP_VAR"

# need PROGRAM PACKAGE ...: installs the packages of the programs that are not there.
need() {
    local -a missing=()
    while (($#)); do
        command -v "$1" >/dev/null || [[ -x "/usr/sbin/$1" ]] || missing+=("$2")
        shift 2
    done
    ((${#missing[@]})) || return 0
    ((EUID == 0)) || { echo "missing: ${missing[*]}; install them once: sudo apt-get install ${missing[*]}" >&2 && exit 1; }
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
}

# own_up [--empty]: the service and its database are up, and psql reaches the database as its owner.
own_up() {
    "$ROOT/riskmap" up "$@" --detach >"$RISKMAP_VAR.log" 2>&1 || { cat "$RISKMAP_VAR.log" >&2 && exit 1; }
    PGPORT="$(cat "$RISKMAP_VAR/cluster-port")"
    PGPASSWORD="$(cat "$RISKMAP_VAR/database-password")"
    export PGHOST=127.0.0.1 PGPORT PGUSER=riskmap PGDATABASE=riskmap PGPASSWORD PGOPTIONS='-c client_min_messages=warning'
}

own_down() {
    "$ROOT/riskmap" down >/dev/null 2>&1 || true
}

own_pid() {
    cut -d' ' -f1 "$RISKMAP_VAR/server.pid"
}

# A number of kilobytes from the service's status, in MB: VmRSS (now) or VmHWM (the most so far).
own_memory_mb() {
    awk -v name="$1:" '$1 == name { print int($2 / 1024) }' "/proc/$(own_pid)/status"
}

# peer_up MAPFILE ...: MapServer as FastCGI with two processes on a free PEER_PORT, on the same tables; map=NAME asks for another
# file than the first.
peer_up() {
    local template name
    PEER_PORT="$(free_port)"
    PEER="$RISKMAP_VAR/mapserver"
    mkdir -p "$PEER"
    {
        printf 'CONFIG\n  ENV\n    MS_MAPFILE "%s"\n  END\n  MAPS\n' "$PEER/$(basename "$1")"
        for template in "$@"; do
            name="$(basename "$template")"
            sed -e "s#@CONNECTION@#host=$PGHOST port=$PGPORT dbname=$PGDATABASE user=$PGUSER password=$PGPASSWORD#" \
                -e "s#@RASTERS@#$RISKMAP_VAR/raster#" "$template" >"$PEER/$name"
            chmod 600 "$PEER/$name"
            printf '    %s "%s"\n' "${name%.map}" "$PEER/$name"
        done
        printf '  END\nEND\n'
    } >"$PEER/mapserver.conf"
    {
        echo "noto $(find /usr/share/fonts -name NotoSansCJK-Regular.ttc | head -n 1)"
        echo "noto-bold $(find /usr/share/fonts -name NotoSansCJK-Bold.ttc | head -n 1)"
    } >"$PEER/fonts.list"
    cat >"$PEER/lighttpd.conf" <<LIGHTTPD
server.document-root = "$PEER"
server.port = $PEER_PORT
server.bind = "127.0.0.1"
server.modules = ("mod_fastcgi")
server.pid-file = "$PEER/lighttpd.pid"
server.errorlog = "$PEER/lighttpd.log"
fastcgi.server = ("/mapserv" => (("bin-path" => "/usr/bin/mapserv", "socket" => "$PEER/fcgi.sock", "max-procs" => 2,
    "check-local" => "disable", "bin-environment" => ("MAPSERVER_CONFIG_FILE" => "$PEER/mapserver.conf"))))
LIGHTTPD
    /usr/sbin/lighttpd -f "$PEER/lighttpd.conf"
}

peer_down() {
    local pid
    [[ -f "${PEER:-}/lighttpd.pid" ]] || return 0
    pid="$(cat "$PEER/lighttpd.pid")"
    pkill -P "$pid" || true # its MapServers would outlive it
    kill "$pid" 2>/dev/null || true
}

machine() {
    grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //'
    echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg); commit $(git -C "$ROOT" rev-parse --short HEAD 2>/dev/null || true)"
}

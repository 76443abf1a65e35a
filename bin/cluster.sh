# A private PostGIS cluster: on 127.0.0.1 only, passwords only, as an unprivileged user, on a free port.
#
# Who runs it: PostgreSQL refuses root, so root starts it as the system user `riskmap`; anybody else as themselves.
# Where it lies: RISKMAP_VAR/postgres, or, where that user cannot enter RISKMAP_VAR (a clone under /root),
# /var/lib/riskmap/<hash of RISKMAP_VAR>. The file RISKMAP_VAR/cluster names the place. No Unix socket is opened: its
# path may have at most 107 bytes.
# shellcheck shell=bash

DB_SYSTEM_USER=riskmap
CLUSTER_CONF="$ROOT/bin/postgresql.conf" # added to what initdb writes

# No private cluster where RISKMAP_DB_URL names an existing PostGIS.
cluster_wanted() {
    [[ -z "${RISKMAP_DB_URL:-}" ]]
}

# The folder of programs of a PostgreSQL that has PostGIS: the version of the existing cluster, else 15, else the newest.
find_postgres_bin() {
    local bin version want=""
    want="$(cat "$(cluster_home)/data/PG_VERSION" 2>/dev/null || true)"
    for version in ${want:-15 18 17 16 14}; do
        bin="/usr/lib/postgresql/$version/bin"
        if [[ -x "$bin/initdb" && -f "/usr/share/postgresql/$version/extension/postgis.control" ]]; then
            echo "$bin"
            return
        fi
    done
    return 1
}

cluster_home() {
    cat "$RISKMAP_VAR/cluster" 2>/dev/null || echo "$RISKMAP_VAR/postgres"
}

# Runs a command as the user that owns the cluster, from a folder which that user may enter.
as_db_user() {
    if ((EUID == 0)); then
        (cd / && exec runuser -u "$DB_SYSTEM_USER" -- "$@" 9>&-)
    else
        (cd / && exec "$@" 9>&-)
    fi
}

cluster_running() {
    cluster_wanted && [[ -f "$RISKMAP_VAR/cluster" ]] && [[ -d "$(cluster_home)/data" ]] &&
        as_db_user "$(find_postgres_bin)/pg_ctl" -D "$(cluster_home)/data" status >/dev/null 2>&1
}

# The port is in the fourth line of the file that a running server keeps.
cluster_port() {
    sed -n 4p "$(cluster_home)/data/postmaster.pid"
}

# Starts the cluster if there is none running, and sets what the service needs to reach it.
cluster_start() {
    cluster_wanted || return 0
    PG_BIN="$(find_postgres_bin)" || fail "the database in $(cluster_home) was made by another PostgreSQL version ($(cat "$(cluster_home)/data/PG_VERSION")), which is not installed any more."
    if ! cluster_running; then
        ((EUID != 0)) || make_db_system_user
        choose_cluster_home
        [[ -d "$(cluster_home)/data" ]] || create_cluster
        start_on_a_free_port
    fi
    prepare_database
    cluster_environment
}

cluster_environment() {
    export RISKMAP_DB_URL RISKMAP_DB_USER RISKMAP_DB_PASSWORD
    RISKMAP_DB_URL="jdbc:postgresql://127.0.0.1:$(cluster_port)/riskmap"
    RISKMAP_DB_USER=riskmap
    RISKMAP_DB_PASSWORD="$(cat "$(secret_file database-password)")"
}

cluster_stop() {
    as_db_user "$(find_postgres_bin)/pg_ctl" -D "$(cluster_home)/data" -m fast -w -t 60 stop >/dev/null 2>&1 ||
        ! cluster_running
}

make_db_system_user() {
    id "$DB_SYSTEM_USER" >/dev/null 2>&1 && return
    useradd --system --no-create-home --home-dir /var/lib/riskmap --shell /usr/sbin/nologin "$DB_SYSTEM_USER"
}

# Decides once where the cluster lies, and notices when RISKMAP_VAR was moved or copied since.
choose_cluster_home() {
    local home
    if [[ -f "$RISKMAP_VAR/cluster" ]]; then
        home="$(cluster_home)"
        [[ "$(cat "$home/var" 2>/dev/null)" == "$RISKMAP_VAR" ]] && return
        if [[ -d "$home/data" && "$(cat "$(cat "$home/var")/cluster" 2>/dev/null)" != "$home" ]]; then
            say "$RISKMAP_VAR was moved; its database stays in $home"
            echo "$RISKMAP_VAR" >"$home/var"
            return
        fi
    fi
    home="$RISKMAP_VAR/postgres"
    if ((EUID == 0)) && ! as_db_user test -x "$RISKMAP_VAR"; then
        home="/var/lib/riskmap/$(printf '%s' "$RISKMAP_VAR" | sha256sum | cut -c1-12)"
    fi
    if [[ -d "$home" && ! -f "$RISKMAP_VAR/cluster" ]]; then
        say "a database of an earlier, removed $RISKMAP_VAR is kept as $home.old-$(date +%Y%m%d-%H%M%S)"
        mv "$home" "$home.old-$(date +%Y%m%d-%H%M%S)"
    fi
    mkdir -p "$home"
    chmod 700 "$home"
    echo "$RISKMAP_VAR" >"$home/var"
    ((EUID != 0)) || chown "$DB_SYSTEM_USER" "$home"
    echo "$home" | write_file "$RISKMAP_VAR/cluster"
}

# Made beside its place and moved there when complete.
create_cluster() {
    local home password log="$RISKMAP_VAR/log/initdb.log"
    home="$(cluster_home)"
    need_space "$home" 700 "the database"
    as_db_user rm -rf "$home/data.new"
    password="$home/password"
    as_db_user install -m 600 /dev/null "$password"
    cat "$(secret_file postgres-password)" >"$password"
    say "creating the database cluster"
    as_db_user "$PG_BIN/initdb" -D "$home/data.new" -U postgres --auth=scram-sha-256 --pwfile="$password" \
        --encoding=UTF8 --locale=C.UTF-8 --data-checksums >"$log" 2>&1 ||
        step_failed "creating the database cluster" "$log" "$?"
    as_db_user rm -f "$password"
    as_db_user tee -a "$home/data.new/postgresql.conf" <"$CLUSTER_CONF" >/dev/null
    as_db_user mv "$home/data.new" "$home/data"
}

start_on_a_free_port() {
    local home port try
    home="$(cluster_home)"
    port="$(cat "$RISKMAP_VAR/cluster-port" 2>/dev/null || echo "$DB_PORT_FIRST")"
    for try in 1 2 3 4 5; do
        port="$(free_port "$port")"
        STARTED_CLUSTER=yes
        if as_db_user "$PG_BIN/pg_ctl" -D "$home/data" -l "$home/postgres.log" -w -t 60 -o "-p $port" start >"$RISKMAP_VAR/log/postgres-start.log" 2>&1; then
            echo "$port" | write_file "$RISKMAP_VAR/cluster-port"
            return
        fi
        STARTED_CLUSTER=""
        # Somebody took the port between our look and the start: try the next one.
        tail -n 5 "$home/postgres.log" | grep -q 'Address already in use' || break
    done
    tail -n 15 "$home/postgres.log" >&2
    fail "PostgreSQL did not start (try $try). Its log: $home/postgres.log"
}

# Roles, database and extension; every statement may be run again. Passwords go through the environment, never
# through arguments, which every user of the machine can read.
prepare_database() {
    local log="$RISKMAP_VAR/log/prepare-database.log"
    PGPASSWORD="$(cat "$(secret_file postgres-password)")" \
        OWNER_PASSWORD="$(cat "$(secret_file database-password)")" \
        READER_PASSWORD="$(cat "$(secret_file reader-password)")" \
        PGOPTIONS='-c client_min_messages=warning' \
        "$PG_BIN/psql" -X -q -h 127.0.0.1 -p "$(cluster_port)" -U postgres -d postgres -v ON_ERROR_STOP=1 \
        -f "$ROOT/bin/prepare-database.sql" >"$log" 2>&1 || step_failed "preparing the database" "$log" "$?"
}

# What `status` says about the database.
print_database() {
    if ! cluster_wanted; then
        echo "  Database     $RISKMAP_DB_URL (RISKMAP_DB_URL)"
        echo "  Analysts     the role riskmap_reader may read; its password is set by the database's administrator"
    elif cluster_running; then
        local port
        port="$(cluster_port)"
        echo "  Database     PostgreSQL on 127.0.0.1:$port, database riskmap, in $(cluster_home)"
        echo "  Analysts     read everything as riskmap_reader, password in $RISKMAP_VAR/reader-password:"
        echo "               psql 'host=127.0.0.1 port=$port dbname=riskmap user=riskmap_reader'"
        echo "               from another computer: ssh -L $port:127.0.0.1:$port $(cat /proc/sys/kernel/hostname)"
    else
        say "the database is not running"
    fi
}

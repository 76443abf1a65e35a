# The settings, read once and checked together: every wrong one is named before anything is done.
# shellcheck shell=bash

DB_PORT_FIRST=15432 # the private cluster's port, or the next free one

read_settings() {
    local wrong=()
    RISKMAP_PORT="${RISKMAP_PORT:-8080}"
    RISKMAP_BIND="${RISKMAP_BIND:-127.0.0.1}"
    RISKMAP_GEOSERVER_DATA_DIR="${RISKMAP_GEOSERVER_DATA_DIR:-$ROOT/geoserver-data}"
    RISKMAP_SHARED_DATA="${RISKMAP_SHARED_DATA:-$ROOT/../shared/data}"
    RISKMAP_VAR="${RISKMAP_VAR:-$ROOT/var}"

    if [[ ! "$RISKMAP_PORT" =~ ^[0-9]{1,5}$ ]] || ((10#$RISKMAP_PORT < 1 || 10#$RISKMAP_PORT > 65535)); then
        wrong+=("RISKMAP_PORT is '$RISKMAP_PORT'; it must be a port number from 1 to 65535.")
    fi
    if [[ ! "$RISKMAP_BIND" =~ ^[0-9A-Za-z.:-]+$ ]]; then
        wrong+=("RISKMAP_BIND is '$RISKMAP_BIND'; it must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.")
    fi
    if [[ -n "${RISKMAP_PUBLIC_URL:-}" && ! "$RISKMAP_PUBLIC_URL" =~ ^https?://[^/?#[:space:]]+(/[^?#[:space:]]*)?$ ]]; then
        wrong+=("RISKMAP_PUBLIC_URL is '$RISKMAP_PUBLIC_URL'; it must be like https://map.example.org/risk.")
    fi
    if [[ -n "${RISKMAP_DB_URL:-}" && ! "$RISKMAP_DB_URL" =~ ^jdbc:postgresql://[^/]+/[^/?]+ ]]; then
        wrong+=("RISKMAP_DB_URL is '$RISKMAP_DB_URL'; it must be like jdbc:postgresql://host:5432/name.")
    fi
    if [[ -z "${RISKMAP_DB_URL:-}" && -n "${RISKMAP_DB_USER:-}${RISKMAP_DB_PASSWORD:-}" ]]; then
        wrong+=("RISKMAP_DB_USER or RISKMAP_DB_PASSWORD is set without RISKMAP_DB_URL: set all three, or none for a private database.")
    fi
    if [[ ! -d "$RISKMAP_GEOSERVER_DATA_DIR" ]]; then
        wrong+=("RISKMAP_GEOSERVER_DATA_DIR is '$RISKMAP_GEOSERVER_DATA_DIR', which is not a folder.")
    fi
    if ! mkdir -p "$RISKMAP_VAR" 2>/dev/null || [[ ! -w "$RISKMAP_VAR" ]]; then
        wrong+=("RISKMAP_VAR is '$RISKMAP_VAR', a folder that $(id -un) cannot create or write to.")
    fi
    if ((${#wrong[@]})); then
        printf 'riskmap: %s\n' "${wrong[@]}" >&2
        exit 1
    fi
    RISKMAP_VAR="$(cd -- "$RISKMAP_VAR" && pwd -P)"
    RISKMAP_GEOSERVER_DATA_DIR="$(cd -- "$RISKMAP_GEOSERVER_DATA_DIR" && pwd -P)"
    mkdir -p "$RISKMAP_VAR/log"
    export RISKMAP_PORT RISKMAP_BIND RISKMAP_VAR RISKMAP_GEOSERVER_DATA_DIR RISKMAP_SHARED_DATA
}

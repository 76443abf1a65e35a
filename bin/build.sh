# Builds the page and the jar when their sources changed; the jar holds the page.
# shellcheck shell=bash

JAR_SOURCES=(pom.xml api/pom.xml api/geotools/pom.xml api/geotools/src api/src/main sql/migrations sql/profiles)

# content_hash PATH...: one hash over names and contents of all files below the paths.
content_hash() {
    (
        cd "$ROOT" || exit
        local path present=()
        for path in "$@"; do [[ ! -e "$path" ]] || present+=("$path"); done
        find "${present[@]}" \( -name node_modules -o -name dist -o -name target -o -name docs \) -prune -o -type f -print0 |
            sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
    )
}

web_hash() {
    content_hash web
}

sources_hash() {
    content_hash web "${JAR_SOURCES[@]}"
}

# A stamp holds the hash of the sources that its product was made from. It is removed before a build and written
# after it, so a build that was interrupted is done again.
is_made_from() {
    [[ "$(cat "$1" 2>/dev/null)" == "$2" ]]
}

build() {
    local hash
    hash="$(sources_hash)"
    SERVICE="$RISKMAP_VAR/app/$hash"
    [[ ! -d "$SERVICE" ]] || return 0
    if ! built_from "$hash"; then
        mkdir -p "$ROOT/target"
        exec 8>>"$ROOT/target/lock"
        flock --nonblock 8 || { say "waiting for another build of this clone" && flock 8; }
        if ! built_from "$hash"; then
            need_space "$ROOT" 1500 "building"
            build_page
            build_jar "$hash"
        fi
        exec 8>&-
    fi
    unpack_jar
}

built_from() {
    is_made_from "$ROOT/target/jar.stamp" "$1" && [[ -f "$ROOT/api/target/riskmap.jar" ]]
}

build_page() {
    local hash
    hash="$(web_hash)"
    if is_made_from "$ROOT/target/web.stamp" "$hash" && [[ -f "$ROOT/web/dist/index.html" ]]; then return; fi
    rm -f "$ROOT/target/web.stamp"
    install_node_modules
    run_step "building the page" "$RISKMAP_VAR/log/build-page.log" npm --prefix "$ROOT/web" run build
    echo "$hash" | write_file "$ROOT/target/web.stamp"
}

install_node_modules() {
    local hash
    hash="$(content_hash web/package-lock.json)"
    select_node
    is_made_from "$ROOT/web/node_modules/.riskmap-stamp" "$hash" && return
    run_step "fetching the page's libraries" "$RISKMAP_VAR/log/npm.log" npm --prefix "$ROOT/web" ci --no-audit --no-fund
    echo "$hash" | write_file "$ROOT/web/node_modules/.riskmap-stamp"
}

build_jar() {
    rm -f "$ROOT/target/jar.stamp"
    run_step "building the service (the first time some minutes)" "$RISKMAP_VAR/log/build.log" \
        mvn -f "$ROOT/pom.xml" -B -ntp -q -pl api -am package -DskipTests -Dspotless.check.skip
    echo "$1" | write_file "$ROOT/target/jar.stamp"
}

# A run has its own copy of the jar: a later build in the same clone must not change it under a running service. It is
# unpacked, one file a library, because Java starts faster so.
unpack_jar() {
    mkdir -p "$RISKMAP_VAR/app"
    server_running || rm -rf "$RISKMAP_VAR/app"/*
    rm -rf "$SERVICE.new"
    run_step "unpacking the service" "$RISKMAP_VAR/log/unpack.log" \
        java -Djarmode=tools -jar "$ROOT/api/target/riskmap.jar" extract --destination "$SERVICE.new"
    mv "$SERVICE.new" "$SERVICE"
}

warn_of_newer_sources() {
    [[ -d "$RISKMAP_VAR/app/$(sources_hash)" ]] ||
        say "the sources have changed since it was built; './riskmap down' and './riskmap up' run the new ones"
}

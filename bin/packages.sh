# Installs by apt what is missing, and nothing else; Node from the npm package `node` where Debian's is too old.
# shellcheck shell=bash

NODE_PACKAGES=(node@22 npm@10)

# install_packages run|test: what a run needs, or a run and the tests.
install_packages() {
    local missing=()
    mapfile -t missing < <(missing_packages "$1")
    if ((${#missing[@]})); then
        apt_install "${missing[@]}"
    fi
    let_apt_create_clusters_again # also after an installation that ended without us
    select_java
}

# One Debian package a line.
missing_packages() {
    have_java || echo openjdk-17-jdk-headless
    command -v mvn >/dev/null || echo maven
    command -v ogr2ogr >/dev/null || echo gdal-bin
    have_chinese_font || echo fonts-noto-cjk
    if ! node_fits && [[ ! -x "$(own_node)/node" ]] && ! command -v npm >/dev/null; then
        echo nodejs
        echo npm
    fi
    if { [[ "$1" == test ]] || cluster_wanted; } && ! find_postgres_bin >/dev/null; then
        echo postgresql-15
        echo postgresql-15-postgis-3
    fi
    if [[ "$1" == test ]]; then
        [[ -e /usr/share/postgresql/15/extension/pgrouting.control ]] || echo postgresql-15-pgrouting
        command -v chromium >/dev/null || echo chromium
        /usr/bin/python3 -c 'import owslib' 2>/dev/null || echo python3-owslib
        /usr/bin/python3 -c 'import qgis.core' 2>/dev/null || echo python3-qgis
        [[ -x /usr/bin/mapserv || -x /usr/lib/cgi-bin/mapserv ]] || echo cgi-mapserver
        /usr/bin/python3 -c 'import PIL' 2>/dev/null || echo python3-pil
    fi
}

have_chinese_font() {
    compgen -G '/usr/share/fonts/*/noto/NotoSansCJK*' >/dev/null ||
        { command -v fc-list >/dev/null && [[ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]]; }
}

# A JDK of 17 or newer: on the PATH, or Debian's.
have_java() {
    java_fits "$(command -v javac || true)" || debian_javac >/dev/null
}

java_fits() {
    [[ -n "$1" ]] || return 1
    local version
    version="$("$1" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')"
    [[ -n "$version" ]] && ((version >= 17))
}

debian_javac() {
    local javac
    for javac in /usr/lib/jvm/java-{17,21,25}-openjdk-*/bin/javac; do
        if [[ -x "$javac" ]]; then echo "$javac" && return; fi
    done
    return 1
}

select_java() {
    java_fits "$(command -v javac || true)" && return
    JAVA_HOME="$(dirname "$(dirname "$(debian_javac)")")"
    export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
}

apt_install() {
    local packages=("$@")
    if ! command -v apt-get >/dev/null; then
        fail "missing here: ${packages[*]} (Debian's names), and this system has no apt-get to install them." \
            "Install them by hand, or use compose.yaml; with RISKMAP_DB_URL no PostgreSQL is needed."
    fi
    if ((EUID != 0)); then
        fail "missing here: ${packages[*]}. Only root can install them: run once" \
            "'sudo apt-get install --no-install-recommends ${packages[*]}', or ./riskmap up as root."
    fi
    need_space /usr 2500 "installing ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    local log="$RISKMAP_VAR/log/apt.log" apt=(apt-get -y -q -o "DPkg::Lock::Timeout=300")
    keep_apt_from_creating_a_cluster
    run_step "finishing what an interrupted installation left" "$log" "$ROOT/bin/finish-installation.sh"
    run_step "reading the package lists" "$log" "${apt[@]}" update
    require_candidates "${packages[@]}"
    run_step "installing ${packages[*]} (some minutes)" "$log" "${apt[@]}" install --no-install-recommends "${packages[@]}"
}

# A package that this system's Debian, or its architecture, does not have is said before anything is installed.
require_candidates() {
    local package absent=()
    for package in "$@"; do
        [[ "$(apt-cache policy "$package")" == *"Candidate: "[^\(]* ]] || absent+=("$package")
    done
    ((${#absent[@]} == 0)) ||
        fail "Debian has no ${absent[*]} for this system ($(dpkg --print-architecture), $(. /etc/os-release && echo "$PRETTY_NAME"))." \
            "The reference system is Debian 12 on amd64; compose.yaml brings one along."
}

# Debian's PostgreSQL package creates and starts a cluster `main` when it is first installed, unless told not to.
# The note lies there only while we install, also when that takes two tries.
NO_MAIN_CLUSTER=/etc/postgresql-common/createcluster.d/riskmap.conf

keep_apt_from_creating_a_cluster() {
    mkdir -p "$(dirname "$NO_MAIN_CLUSTER")"
    echo 'create_main_cluster = false' >"$NO_MAIN_CLUSTER"
}

let_apt_create_clusters_again() {
    [[ ! -w "$NO_MAIN_CLUSTER" ]] || rm -f "$NO_MAIN_CLUSTER"
}

# Node ------------------------------------------------------------------------------------------------------------

own_node() {
    echo "$ROOT/target/node/node_modules/.bin"
}

# The page's build needs Node 20.19, or 22.12 and newer.
node_fits() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number);
                 process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
}

# Puts a Node that fits on the PATH, fetching one where the machine's own does not.
select_node() {
    if node_fits; then return; fi
    if [[ ! -e "$ROOT/target/node/complete" ]]; then
        rm -rf "$ROOT/target/node"
        mkdir -p "$ROOT/target/node"
        run_step "fetching Node 22 from npm (Debian's is older)" "$RISKMAP_VAR/log/node.log" \
            npm install --no-audit --no-fund --prefix "$ROOT/target/node" "${NODE_PACKAGES[@]}"
    fi
    PATH="$(own_node):$PATH"
    export PATH
    node_fits || fail "the Node in $ROOT/target/node does not run. Remove that folder and try again."
    touch "$ROOT/target/node/complete"
}

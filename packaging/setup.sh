#!/bin/sh
# Makes the virtual environment ready: setup.sh FOLDER LOCK
#
# Installs exactly what LOCK pins, checked against its hashes, and the system libraries Qt needs. Writes to
# FOLDER and, only for missing system packages and only as root, through apt-get. Says in one line what to do
# when something is missing that it may not install.
set -eu

venv=$1
lock=$2
python=${PYTHON:-python3}
export DEBIAN_FRONTEND=noninteractive
exec </dev/null

fail() {
    echo "setup: $*" >&2
    exit 1
}

# Installs Debian packages, or says which are missing.
need() {
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "setup: installing $*"
        # The lists may be old or absent; an update that fails is no reason not to try.
        apt-get -qq update || true
        apt-get -qq install --yes --no-install-recommends "$@" >/dev/null && return
    fi
    fail "missing system packages; install them with: sudo apt-get install $*"
}

# The Debian package that holds a shared library.
package_of() {
    case $1 in
        libEGL.so.1) echo libegl1 ;;
        libGL.so.1) echo libgl1 ;;
        libGLX.so.0) echo libglx0 ;;
        libOpenGL.so.0) echo libopengl0 ;;
        libX11.so.6) echo libx11-6 ;;
        libX11-xcb.so.1) echo libx11-xcb1 ;;
        libbrotlidec.so.1) echo libbrotli1 ;;
        libdbus-1.so.3) echo libdbus-1-3 ;;
        libfontconfig.so.1) echo libfontconfig1 ;;
        libfreetype.so.6) echo libfreetype6 ;;
        libglib-2.0.so.0 | libgthread-2.0.so.0 | libgobject-2.0.so.0) echo libglib2.0-0 ;;
        libstdc++.so.6) echo libstdc++6 ;;
        libxkbcommon.so.0) echo libxkbcommon0 ;;
        libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
        libzstd.so.1) echo libzstd1 ;;
        # libxcb-cursor.so.0 is in libxcb-cursor0, and so are its sisters.
        libxcb*.so.*) echo "$1" | sed 's/\.so\.//' ;;
        *) echo "$1" ;;
    esac
}

# The libraries that Qt's drawing and its two platforms (X11 and off screen) ask for and do not find.
missing_libraries() {
    qt=$("$venv/bin/python" -c 'import importlib.util as u; print(*u.find_spec("PySide6").submodule_search_locations)')
    for file in "$qt"/Qt/plugins/platforms/libqxcb.so "$qt"/Qt/plugins/platforms/libqoffscreen.so \
        "$qt"/Qt/lib/libQt6Widgets.so.6 "$qt"/Qt/lib/libQt6Svg.so.6; do
        ldd "$file" | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p'
    done | sort -u
}

command -v "$python" >/dev/null || need python3 python3-venv
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is needed; $python is $("$python" -V 2>&1). Name another: make PYTHON=python3.12 ..."
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    need "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"

if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    echo "setup: making $venv"
    "$python" -m venv --clear "$venv"
fi
echo "setup: installing what $lock pins"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"

if [ "$(uname -s)" = Linux ]; then
    packages=$(for library in $(missing_libraries); do package_of "$library"; done | sort -u)
    # shellcheck disable=SC2086 # one argument for each package
    [ -z "$packages" ] || need $packages
fi

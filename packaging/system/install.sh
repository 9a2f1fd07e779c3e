#!/bin/sh
# The libraries that Qt needs on Debian and Ubuntu: sh packaging/system/install.sh
#
# Silent where all is there. Installs as root, or with a sudo that asks nothing; elsewhere it says what is missing and
# how to get it, and ends with 1.
set -eu
[ "$(uname -s)" = Linux ] || exit 0

missing=""
need() { ldconfig -p 2>/dev/null | grep -q "$1" || missing="$missing $2"; }
PATH=$PATH:/sbin:/usr/sbin
need libglib-2.0.so.0 libglib2.0-0
need libEGL.so.1 libegl1
need libGL.so.1 libgl1
need libfontconfig.so.1 libfontconfig1
need libdbus-1.so.3 libdbus-1-3
need libxkbcommon.so.0 libxkbcommon0
need libxcb-cursor.so.0 libxcb-cursor0
need libxcb-icccm.so.4 libxcb-icccm4
need libxcb-keysyms.so.1 libxcb-keysyms1
need libxcb-shape.so.0 libxcb-shape0
need libxkbcommon-x11.so.0 libxkbcommon-x11-0
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "PressDesk's window needs these libraries (Debian's names):$missing. Install them with your system's packages." >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "PressDesk's window needs some system libraries. Run this once, then the same command again:" >&2
    echo "    sudo apt-get install$missing" >&2
    exit 1
fi
echo "Installing system libraries for the window:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of packages
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null

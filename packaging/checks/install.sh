#!/bin/sh
# Installs what the slow tests need on Debian 12: sh packaging/checks/install.sh
#
# LibreOffice, Chromium, Poppler, Node by apt (as root, or with sudo that asks nothing), the validators by npm and pip
# under tests/validators. Fast and silent where all is there already; may be run again at any time, also without a network.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
validators=$root/tests/validators

missing=""
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need soffice libreoffice-writer-nogui
need chromium chromium
need pdftotext poppler-utils
need node nodejs
need npm npm
need hunspell hunspell
[ -e /usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf ] || missing="$missing fonts-noto-core"
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing="$missing fonts-dejavu-core"
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"

if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo"
    else
        echo "The checks need these Debian packages: apt-get install$missing" >&2
        exit 1
    fi
    echo "Installing$missing ..."
    log=$(mktemp)
    # $missing is a list, so it stands without quotation marks
    if ! { $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        echo "apt could not install$missing: see above, mend it and run this again." >&2
        exit 1
    fi
    rm -f "$log"
fi

# npm ci only where the lock differs from what was installed last
stamp=$validators/node_modules/.installed
if ! cmp -s "$validators/package-lock.json" "$stamp"; then
    echo "Installing the validators (npm) ..."
    (cd "$validators" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
    cp "$validators/package-lock.json" "$stamp"
fi

stamp=$validators/.venv/.installed
if ! cmp -s "$validators/requirements.txt" "$stamp"; then
    echo "Installing the validators (pip) ..."
    python3 -m venv --clear "$validators/.venv"
    "$validators/.venv/bin/pip" install --quiet --disable-pip-version-check -r "$validators/requirements.txt"
    cp "$validators/requirements.txt" "$stamp"
fi
echo "The checks have what they need."

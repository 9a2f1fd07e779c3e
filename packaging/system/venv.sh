#!/bin/sh
# The virtual environment: sh packaging/system/venv.sh run|test
#
# Made once and again only when pyproject.toml or the tested versions change; otherwise silent and without a network.
set -eu
cd "$(dirname "$0")/../.."
what=$1
stamp=.venv/.pressdesk-$what
wanted=$(cat pyproject.toml packaging/constraints.txt | cksum)
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && exit 0

python=${PYTHON:-python3}
if ! command -v "$python" >/dev/null 2>&1; then
    echo "Python 3.11 or newer is missing. On Debian: apt-get install python3 python3-venv" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "$($python --version) is too old: PressDesk needs Python 3.11 or newer. Name another with PYTHON=..." >&2
    exit 1
fi
if [ ! -x .venv/bin/pip ]; then
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        echo "Python's venv module is missing. On Debian: apt-get install python3-venv" >&2
        exit 1
    fi
    echo "Making the virtual environment .venv"
    "$python" -m venv .venv
fi
echo "Installing PressDesk and what it needs into .venv (once, about 250 MB)"
extra=""
[ "$what" = test ] && extra="[dev]"
if ! .venv/bin/pip install --quiet --disable-pip-version-check -c packaging/constraints.txt -e ".$extra"; then
    echo "pip could not fetch the packages: the first set-up needs a network. Try again when there is one." >&2
    exit 1
fi
echo "$wanted" > "$stamp"
[ "$what" = run ] || echo "$wanted" > .venv/.pressdesk-run

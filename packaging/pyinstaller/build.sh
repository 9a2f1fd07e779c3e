#!/bin/sh
# PressDesk as one folder, dist/pressdesk: sh packaging/pyinstaller/build.sh
#
# The wheel is built and installed into a virtual environment of its own below build/, and PyInstaller sees nothing else:
# a file that the wheel lacks is missed here, not on a user's machine. Silent and quick while nothing that goes in has
# changed. The first time it needs a network.
set -eu
cd "$(dirname "$0")/../.."
recipe=packaging/pyinstaller
work=build/pyinstaller
python=${PYTHON:-python3}
log=$work/build.log
mkdir -p "$work"

sum_of() { find "$@" -type f ! -path '*/__pycache__/*' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum; }
failed() {
    tail -n 20 "$log" >&2
    echo "$1: see above, and the whole in $log." >&2
    exit 1
}

version=$("$python" --version)
inputs=$(sum_of src resources templates LICENSES "$recipe" LICENSE NOTICE.md README.md pyproject.toml packaging/constraints.txt)
built=$work/built
[ -x dist/pressdesk/pressdesk ] && [ "$(cat "$built" 2>/dev/null)" = "$version $inputs" ] && exit 0

# PyInstaller copies Python's shared library and reads libraries with objdump; a bare Debian has neither
missing=""
command -v objdump >/dev/null 2>&1 || missing="$missing binutils"
"$python" -c 'import ctypes, sysconfig; ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))' 2>/dev/null ||
    missing="$missing lib$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')"
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo"
    else
        echo "Building the folder needs these packages (Debian's names):$missing. Install them and try again." >&2
        exit 1
    fi
    echo "Installing$missing"
    # shellcheck disable=SC2086  # a list of packages
    { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1 || failed "apt could not install$missing"
fi

# the environment, again only when a version changes
venv=$work/venv
wanted="$version $(sum_of "$recipe/requirements.txt" "$recipe/qt.tsv" pyproject.toml packaging/constraints.txt)"
if [ "$(cat "$venv/.made" 2>/dev/null)" != "$wanted" ]; then
    echo "Making the environment for the build (once, about 450 MB on disk)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -c packaging/constraints.txt \
        -r "$recipe/requirements.txt" >"$log" 2>&1 || failed "pip could not fetch PyInstaller"
fi

rm -rf "$work/wheel"
"$venv/bin/python" -m hatchling build -t wheel -d "$work/wheel" >"$log" 2>&1 || failed "The wheel could not be built"
if [ "$(cat "$venv/.made" 2>/dev/null)" != "$wanted" ]; then
    "$venv/bin/pip" install --quiet --disable-pip-version-check -c packaging/constraints.txt "$work"/wheel/*.whl \
        >"$log" 2>&1 || failed "pip could not fetch the program's packages"
    "$venv/bin/python" "$recipe/trim.py" "$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("platlib"))')"
    echo "$wanted" >"$venv/.made"
fi
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-index --force-reinstall "$work"/wheel/*.whl \
    >"$log" 2>&1 || failed "The wheel could not be installed"

echo "Building dist/pressdesk"
rm -rf dist/pressdesk "$built"
"$venv/bin/pyinstaller" --noconfirm --log-level WARN --distpath dist --workpath "$work/work" "$recipe/pressdesk.spec" \
    >"$log" 2>&1 || failed "PyInstaller could not build the folder"
echo "$version $inputs" >"$built"

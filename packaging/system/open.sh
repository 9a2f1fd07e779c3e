#!/bin/sh
# Opens the desk with the sample draft; without a display writes the sample release instead: sh packaging/system/open.sh
set -eu
cd "$(dirname "$0")/../.."
folder=build/sample
draft=$folder/guimaraes.pressdesk
mkdir -p "$folder"
[ -f "$draft" ] || .venv/bin/pressdesk sample guimaraes -o "$draft" >/dev/null

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so the desk cannot open."
    echo "The sample release, in every language:"
    .venv/bin/pressdesk render "$draft" --all -o "$folder" | sed "s|^|    $(pwd)/|"
    exit 0
fi
exec .venv/bin/pressdesk "$draft"

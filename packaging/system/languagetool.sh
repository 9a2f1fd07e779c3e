#!/bin/sh
# LanguageTool for Russian, English and Portuguese: sh packaging/system/languagetool.sh [required]
#
# `pressdesk setup` does nothing the second time. Without a network the desk opens all the same: Kazakh is checked by
# PressDesk itself, and a note in the window says what is missing. `required` makes a failure final.
set -eu
cd "$(dirname "$0")/../.."
if .venv/bin/pressdesk setup; then
    exit 0
fi
[ "${1:-}" = required ] && exit 1
echo "Going on without LanguageTool; run 'make setup' when there is a network." >&2

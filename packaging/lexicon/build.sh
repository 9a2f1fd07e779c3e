#!/bin/sh
# Fetches the open word lists and builds the generated tables of resources/kk/lexicon from them.
#
#     sh packaging/lexicon/build.sh [--into FOLDER] [--without SOURCE]...
#
# Debian 12 with apt-get, dpkg-deb and network; PYTHON names an interpreter that has PressDesk and Babel
# (pip install -e . Babel==2.18.0), .venv/bin/python if not given. Nothing is installed: packages are unpacked into
# build/lexicon. EVIDENCE (form, number of books) and CAPITALS (form, times with a capital, times without) name counts of
# running text that help to decide; without them the list of tesseract-ocr-kaz decides alone, and fewer words come in.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/build/lexicon
python=${PYTHON:-$root/.venv/bin/python}
mkdir -p "$work/packages"

cd "$work/packages"
for package in hunspell-kk tesseract-ocr-kaz tesseract-ocr libtesseract5 kgeography-data libgweather-4-common iso-codes; do
    ls "${package}"_*.deb >/dev/null 2>&1 || apt-get download "$package"
    dpkg-deb -x "${package}"_*.deb "$work"
done

cd "$work"
find usr/share/tesseract-ocr -name kaz.traineddata -exec cp {} . \;
if command -v combine_tessdata >/dev/null; then tools=; else tools=$work/usr/bin/; fi
"${tools}combine_tessdata" -u kaz.traineddata kaz. >/dev/null 2>&1
"${tools}dawg2wordlist" kaz.lstm-unicharset kaz.lstm-word-dawg kaz.words >/dev/null 2>&1

catalogues=usr/share/locale/kk/LC_MESSAGES
evidence="${EVIDENCE:-} kaz.words"
capitals=${CAPITALS:+--capitals $CAPITALS}
# shellcheck disable=SC2086  # both are lists of words
"$python" "$root/packaging/lexicon/build_kk.py" --hunspell usr/share/hunspell/kk_KZ.dic --tesseract kaz.words \
    --evidence $evidence $capitals "$@"
# shellcheck disable=SC2086
"$python" "$root/packaging/lexicon/build_places_kk.py" --cldr --tesseract kaz.words --evidence $evidence $capitals \
    --catalogue kgeography-data $catalogues/kgeography.mo \
    --catalogue libgweather-4-common $catalogues/libgweather-4.0-locations.mo \
    --catalogue iso-codes $catalogues/iso_3166-1.mo --catalogue iso-codes $catalogues/iso_3166-3.mo "$@"

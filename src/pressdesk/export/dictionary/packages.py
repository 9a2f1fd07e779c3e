"""Puts a dictionary where programs take it: files, a LibreOffice extension, one for Firefox and Thunderbird.

Start at `write`. The same dictionary gives the same bytes: no time of day, no order of a folder.
"""

import json
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from pressdesk import __version__
from pressdesk.errors import ExportError
from pressdesk.export.dictionary.hunspell import Dictionary

TARGETS = ("hunspell", "oxt", "xpi")
FIREFOX = "61.0"  # the first Firefox and Thunderbird that take dictionaries as web extensions
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip archive knows


def write(dictionary: Dictionary, target: str, path: Path) -> None:
    """Writes a target to `path`: oxt and xpi a file; hunspell a folder, or an archive where the name ends in .zip."""
    made = {"hunspell": _files, "oxt": _libreoffice, "xpi": _firefox}[target](dictionary)
    try:
        if target == "hunspell" and path.suffix.lower() != ".zip":
            for name, text in made.items():
                (path / name).parent.mkdir(parents=True, exist_ok=True)
                (path / name).write_bytes(text.encode("utf-8"))
        else:
            path.write_bytes(archive(made))
    except OSError as error:
        raise ExportError(f"{path} cannot be written ({error.strerror}): choose another place.") from error


def archive(files: Mapping[str, str]) -> bytes:
    """A zip archive of texts in their order, the same bytes each time."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # the same on every system
            info.external_attr = 0o644 << 16
            packed.writestr(info, text.encode("utf-8"))
    return buffer.getvalue()


def _files(dictionary: Dictionary) -> dict[str, str]:
    stem = dictionary.settings.stem
    return {
        f"{stem}.aff": dictionary.aff,
        f"{stem}.dic": dictionary.dic,
        f"README_{stem}.txt": dictionary.readme,
        **_licences(dictionary),
    }


def _licences(dictionary: Dictionary) -> dict[str, str]:
    parts = {f"LICENSES/{name}": text for name, text in dictionary.licences.items()}
    return {"LICENSE": dictionary.licence, **parts}


MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
 <manifest:file-entry manifest:full-path="dictionaries.xcu"
  manifest:media-type="application/vnd.sun.star.configuration-data"/>
</manifest:manifest>
"""
DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <version value={version}/>
 <identifier value={identifier}/>
 <display-name><name lang="en">{name}</name></display-name>
 <platform value="all"/>
</description>
"""
DICTIONARIES = """<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 oor:name="Linguistic" oor:package="org.openoffice.Office">
 <node oor:name="ServiceManager">
  <node oor:name="Dictionaries">
   <node oor:name="HunSpellDic_{tag}" oor:op="fuse">
    <prop oor:name="Locations" oor:type="oor:string-list">
     <value>%origin%/{stem}.aff %origin%/{stem}.dic</value>
    </prop>
    <prop oor:name="Format" oor:type="xs:string"><value>DICT_SPELL</value></prop>
    <prop oor:name="Locales" oor:type="oor:string-list"><value>{tag}</value></prop>
   </node>
  </node>
 </node>
</oor:component-data>
"""


def _libreoffice(dictionary: Dictionary) -> dict[str, str]:
    settings = dictionary.settings
    description = DESCRIPTION.format(
        version=quoteattr(__version__), identifier=quoteattr(settings.extension), name=escape(settings.name)
    )
    return {
        "META-INF/manifest.xml": MANIFEST,
        "description.xml": description,
        "dictionaries.xcu": DICTIONARIES.format(tag=escape(settings.tag), stem=escape(settings.stem)),
        **_files(dictionary),
    }


def _firefox(dictionary: Dictionary) -> dict[str, str]:
    """The files of the two must lie side by side and be called after the tag."""
    settings = dictionary.settings
    manifest = {
        "manifest_version": 2,
        "name": settings.name,
        "description": settings.description,
        "version": __version__,
        "author": settings.author,
        "browser_specific_settings": {"gecko": {"id": settings.extension, "strict_min_version": FIREFOX}},
        "dictionaries": {settings.tag: f"dictionaries/{settings.tag}.dic"},
    }
    return {
        "manifest.json": json.dumps(manifest, indent=2, ensure_ascii=False) + "\n",
        f"dictionaries/{settings.tag}.aff": dictionary.aff,
        f"dictionaries/{settings.tag}.dic": dictionary.dic,
        "README.txt": dictionary.readme,
        **_licences(dictionary),
    }

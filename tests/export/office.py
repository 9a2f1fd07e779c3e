"""LibreOffice with an extension of its own profile, asked how it spells. Start at `Office`.

Its Basic is enough to ask the spelling service that Writer itself asks, so nothing of Python has to be installed in it.
unopkg refuses root, so root runs it as nobody.
"""

import os
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

SECONDS = 100
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{kind}.xlb/" xlink:type="simple"
  library:link="false"/>
</library:libraries>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{elements}</library:library>
"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Spell" script:language="StarBasic"
>{code}</script:module>
"""
# any fault ends the office, since without a display nobody could close its message
CODE = """Sub Main
  On Error GoTo Failed
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  out = CreateUnoService("com.sun.star.io.TextOutputStream")
  out.setOutputStream(files.openFileWrite("{answer}"))
  out.setEncoding("UTF-8")
  Dim place As New com.sun.star.lang.Locale
  place.Language = "{language}" : place.Country = "{country}"
  manager = CreateUnoService("com.sun.star.linguistic2.LinguServiceManager")
  services = manager.getConfiguredServices("com.sun.star.linguistic2.SpellChecker", place)
  checker = CreateUnoService(services(0))
  For Each word In Split("{words}", " ")
    out.writeString(word & Chr(9) & CStr(checker.isValid(word, place, Array())))
    found = checker.spell(word, place, Array())
    If Not IsNull(found) Then out.writeString(Chr(9) & Join(found.getAlternatives(), Chr(9)))
    out.writeString(Chr(10))
  Next word
  out.closeOutput()
  StarDesktop.terminate()
  Exit Sub
Failed:
  out.writeString("error in line " & Erl & ": " & Error$ & Chr(10))
  out.closeOutput()
  StarDesktop.terminate()
End Sub
"""


@dataclass(frozen=True)
class Office:
    """A LibreOffice whose settings lie in a folder of its own, which anybody may write."""

    folder: Path

    def install(self, extension: Path) -> str:
        """Installs an extension; gives what unopkg then lists."""
        self._run("unopkg", "add", "--suppress-license", str(extension))
        self._run("soffice", "--headless", "--terminate_after_init")  # the first start writes its own macro library
        return self._run("unopkg", "list")

    def spell(self, language: str, country: str, words: Sequence[str]) -> dict[str, list[str] | None]:
        """For each word None where it is right, or what is suggested, asked of the service that Writer uses."""
        answer = self.folder / "answer.txt"
        answer.unlink(missing_ok=True)
        code = CODE.format(language=language, country=country, words=" ".join(words), answer=answer.as_uri())
        basic = self.folder / "office" / "user" / "basic"
        standard = basic / "Standard"
        standard.mkdir(parents=True, exist_ok=True)
        for kind, elements in (("script", '<library:element library:name="Spell"/>'), ("dialog", "")):
            (basic / f"{kind}.xlc").write_text(LIBRARIES.format(kind=kind), encoding="utf-8")
            (standard / f"{kind}.xlb").write_text(LIBRARY.format(elements=elements), encoding="utf-8")
        (standard / "Spell.xba").write_text(MODULE.format(code=escape(code)), encoding="utf-8")
        for path in (basic.parent, basic, *basic.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        self._run("soffice", "--headless", "--norestore", "macro:///Standard.Spell.Main")
        found: dict[str, list[str] | None] = {}
        for line in answer.read_text(encoding="utf-8").splitlines():
            assert "\t" in line, line
            word, right, *offers = line.split("\t")
            found[word] = None if right == "True" else offers
        return found

    def _run(self, *command: str) -> str:
        environment = {**os.environ, "HOME": str(self.folder), "TMPDIR": str(self.folder)}
        profile = f"-env:UserInstallation={(self.folder / 'office').as_uri()}"
        process = subprocess.Popen(
            [*command[:1], profile, *command[1:]] if command[0] == "soffice" else [*command, profile],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=environment,
            cwd=self.folder,
            user="nobody" if os.geteuid() == 0 else None,
            start_new_session=True,  # soffice starts others, which have to end with it
        )
        try:
            out, errors = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise
        assert process.returncode == 0, f"{command[0]}: {errors[-2000:]}"
        return out

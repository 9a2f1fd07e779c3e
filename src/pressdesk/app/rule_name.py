"""What a rule is called where there is room for a few words: a notice, a menu, a step of undo. Start at `rule_name`."""

import re

from pressdesk.app.places import Places
from pressdesk.app.why import page
from pressdesk.model.findings import Kind
from pressdesk.proof.languagetool.tables import Said
from pressdesk.proof.style.switches import OF_LANGUAGETOOL
from pressdesk.text.messages import Messages

_WORDS = re.compile(r"^[«“][^»”]*…[^»”]*[»”][:–\s]*")  # where a finding's message begins with its words
_MEND = re.compile(r":[^:]*…[^:]*$")  # where it ends with what to write
LONGEST = 80  # code points


def rule_name(rule: str, ui: str, places: Places | None = None) -> str:
    """What a rule is about, in the window's language; its id where nothing is known of it.

    The title of its page, or its sentence where the title only says the kind. LanguageTool calls its rules in the
    language that they are for, so they are named by what the window says of their findings.

    Args:
        rule: as findings name it: "style.headline-length", "kk.government", "lt.ru.Two_PREP".
        places: as `why.page` takes them.
    """
    messages = Messages(ui)
    foreign = OF_LANGUAGETOOL.fullmatch(rule)
    if foreign:
        return messages.say(f"lt.said.{Said().of(foreign['id'], '')}")
    found = page(rule, ui, places)
    if found is None:
        return rule
    kinds = {messages.say(f"findings.kind.{kind.value}") for kind in Kind}
    words = found.title if found.title not in kinds else _MEND.sub("", _WORDS.sub("", found.sentence)).rstrip(".")
    words = words[:1].upper() + words[1:] or rule
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"

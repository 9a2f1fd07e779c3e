"""From a template's marked output to the blocks of a release.

A blank line ends a block. A block's first signs say what it is: `# ` headline, `@ ` photo credit, `= ` subheading,
`> ` quotation, `~ ` its speaker, `- ` list item; without one it is a paragraph, and the first paragraph is the lead.
Within a block every run of white space is one space, and none stands before a comma or a full stop, so a template may
break its lines where they read best.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from pressdesk.language.typography import changes
from pressdesk.language.wording import Wording
from pressdesk.model.release import AMENDED, Block, BlockKind, Corrected, Hand, Origin, Source
from pressdesk.render.words import Atom, Marked, unmark
from pressdesk.text.spans import Span

_SIGNS = {
    "#": BlockKind.HEADLINE,
    "@": BlockKind.CREDIT,
    "=": BlockKind.SUBHEADING,
    ">": BlockKind.QUOTE,
    "~": BlockKind.SPEAKER,
    "-": BlockKind.LIST_ITEM,
}
_NO_SPACE_BEFORE = ",.;:!?)»"


@dataclass(slots=True)
class _Letter:
    char: str
    atom: Atom | None
    line: str


def blocks_of(output: str, language: str, wording: Wording | None = None) -> tuple[Block, ...]:
    """The blocks of an output, house typography applied. Offsets are code points of each block's text.

    `wording` puts a variety's words into the template's own text, never into facts.
    """
    stretches = unmark(output)
    if wording is not None:
        stretches = [dataclasses.replace(s, text=wording.put(s.text)) if s.atom is None else s for s in stretches]
    made: list[Block] = []
    counts: dict[BlockKind, int] = {}
    for letters in _paragraphs(stretches):
        block = _block(letters, language, counts, lead=not any(b.kind is BlockKind.LEAD for b in made))
        if block.text:
            made.append(block)
    return tuple(made)


def _paragraphs(stretches: list[Marked]) -> list[list[_Letter]]:
    """Letters parted at blank lines."""
    done: list[list[_Letter]] = []
    current: list[_Letter] = []
    breaks = 0
    for stretch in stretches:
        for char in stretch.text:
            if char == "\n" and stretch.atom is None:
                breaks += 1
                if breaks == 2 and current:
                    done.append(current)
                    current = []
                current.append(_Letter(" ", None, stretch.line))
            else:
                if not (char.isspace() and stretch.atom is None):
                    breaks = 0
                current.append(_Letter(char, stretch.atom, stretch.line))
    done.append(current)
    return done


def _collapse(letters: list[_Letter]) -> list[_Letter]:
    out: list[_Letter] = []
    for letter in letters:
        if letter.char in " \t\n":
            if out and out[-1].char != " ":
                out.append(dataclasses.replace(letter, char=" "))
            continue
        if letter.char in _NO_SPACE_BEFORE and letter.atom is None and out and out[-1].char == " ":
            out.pop()
        if letter.char in ",." and letter.atom is None and out and out[-1].char == "," and out[-1].atom is None:
            out.pop()  # an apposition closes with a comma, and the sentence goes on with a sign of its own
        out.append(letter)
    while out and out[-1].char == " ":
        out.pop()
    return out


def _block(letters: list[_Letter], language: str, counts: dict[BlockKind, int], *, lead: bool) -> Block:
    line = _collapse(letters)
    kind = BlockKind.PARAGRAPH
    if len(line) > 2 and line[0].char in _SIGNS and line[0].atom is None and line[1].char == " ":
        kind, line = _SIGNS[line[0].char], line[2:]
    elif lead:
        kind = BlockKind.LEAD
    if line and line[0].char.islower() and kind is not BlockKind.LIST_ITEM and not _keeps_case(line[0].atom):
        line[0] = dataclasses.replace(line[0], char=line[0].char.upper())
    counts[kind] = counts.get(kind, 0) + 1
    single = kind in (BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.CREDIT)
    name = kind.value if single else f"{kind.value}-{counts[kind]}"
    return _finished(line, kind, name, language)


def _finished(line: list[_Letter], kind: BlockKind, name: str, language: str, hand: Hand | None = None) -> Block:
    raw = "".join(letter.char for letter in line)
    corrected = tuple(Corrected(c.span.start, c.old, c.new, c.rule) for c in changes(raw, language))
    text = tidied(raw, corrected)
    return Block(name, kind, text, tuple(_origins(line)), tuple(_foreign(line)), corrected, hand)


def block_of(atoms: Sequence[Atom], kind: BlockKind, name: str, language: str, hand: Hand) -> Block:
    """A block that was rewritten by hand: its own words are free text, house typography is applied to all."""
    line = [_Letter(char, atom if atom.field else None, AMENDED) for atom in atoms for char in atom.text]
    return _finished(line, kind, name, language, hand)


def tidied(text: str, corrected: tuple[Corrected, ...]) -> str:
    """The text with its signs corrected, one for one."""
    signs = list(text)
    for change in corrected:
        signs[change.at] = change.new
    return "".join(signs)


def _keeps_case(atom: Atom | None) -> bool:
    """A foreign name may begin small on purpose (eGov)."""
    return atom is not None and bool(atom.lang)


def _runs(line: list[_Letter]) -> list[tuple[int, int, _Letter]]:
    """Stretches of letters from the same atom and line."""
    runs: list[tuple[int, int, _Letter]] = []
    for index, letter in enumerate(line):
        if runs and runs[-1][2].atom is letter.atom and (letter.atom or runs[-1][2].line == letter.line):
            runs[-1] = (runs[-1][0], index + 1, runs[-1][2])
        else:
            runs.append((index, index + 1, letter))
    return runs


def _origins(line: list[_Letter]) -> list[Origin]:
    out: list[Origin] = []
    for start, end, letter in _runs(line):
        atom = letter.atom
        if atom is None:
            source = Source.FREE if letter.line == AMENDED else Source.FORMULA
            out.append(Origin(Span(start, end), "", source, line=letter.line))
        else:
            guessed = "" if atom.note == "fallback" else atom.note
            out.append(
                Origin(Span(start, end), atom.field, atom.source, atom.base, atom.features, guessed, letter.line)
            )
    return out


def _foreign(line: list[_Letter]) -> list[tuple[Span, str]]:
    return [(Span(s, e), letter.atom.lang) for s, e, letter in _runs(line) if letter.atom and letter.atom.lang]


def fallbacks(output: str) -> list[Atom]:
    """The names that stand in Latin letters because the language has none of its own."""
    return [m.atom for m in unmark(output) if m.atom and m.atom.note == "fallback"]

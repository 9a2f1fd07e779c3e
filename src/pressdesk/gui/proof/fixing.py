"""Mending many signs of a text at once, as one step of its undo. Start at `sheet`."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from pressdesk.app.fixes import Fix, plan
from pressdesk.gui.shell.fix_sheet import FixSheet
from pressdesk.model.findings import Finding
from pressdesk.text.spans import to_utf16

if TYPE_CHECKING:
    from pressdesk.gui.main_window import MainWindow
    from pressdesk.gui.proof.view import ProofView


def sheet(window: "MainWindow", view: "ProofView", tell: Callable[[str, object], object]) -> FixSheet | None:
    """The sheet of the signs that can be mended together; None where there are none.

    `tell` hears what was done, as a sentence, and what undoes it (a callable or None).
    """
    lines = view.editor.lines()
    fixes = plan_rows(view.rows(), lines)
    if not fixes:
        return None

    def chosen(wanted: tuple[Fix, ...]) -> None:
        done, left = mend(view.editor.document(), wanted, lines)
        words = window.ui.say("fix.done", n=done) + (f" {window.ui.say('fix.left', n=left)}" if left else "")
        tell(words, view.editor.undo if done else None)
        view.check()

    made = FixSheet(window, window.make, window.ui, fixes)
    made.chosen.connect(chosen)
    return made


def plan_rows(rows: Sequence[tuple[int, Finding]], lines: Sequence[str]) -> tuple[Fix, ...]:
    """What can be mended of these findings, in reading order; the block of each is its paragraph's number."""
    found = [dataclasses.replace(finding, block=str(number)) for number, finding in rows]
    texts = {(finding.language, finding.block): lines[int(finding.block or 0)] for finding in found}
    return plan(found, texts)


def mend(document: QTextDocument, fixes: Sequence[Fix], lines: Sequence[str]) -> tuple[int, int]:
    """Does the fixes in a document as one step of undo; gives how many were done and how many were not.

    A paragraph that is no longer as it was in `lines` is left alone; of two that change the same signs, which two
    languages in one paragraph might want, the later one is done.
    """
    by_number: dict[int, list[Fix]] = {}
    for fix in fixes:
        by_number.setdefault(int(fix.finding.block or 0), []).append(fix)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    done = sum(_in_paragraph(cursor, number, some, lines) for number, some in by_number.items())
    cursor.endEditBlock()
    return done, len(fixes) - done


def _in_paragraph(cursor: QTextCursor, number: int, fixes: Sequence[Fix], lines: Sequence[str]) -> int:
    block = cursor.document().findBlockByNumber(number)
    text = block.text()
    if not block.isValid() or text != lines[number]:
        return 0
    done, free = 0, len(text)
    for fix in sorted(fixes, key=lambda f: f.edits[0].span.start, reverse=True):
        if fix.edits[-1].span.end > free:
            continue
        for edit in reversed(fix.edits):
            cursor.setPosition(block.position() + to_utf16(text, edit.span.start))
            cursor.setPosition(block.position() + to_utf16(text, edit.span.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.new)
        free = fix.edits[0].span.start
        done += 1
    return done

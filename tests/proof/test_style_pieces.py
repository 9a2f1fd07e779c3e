"""House style on the paragraphs of a file: what the file says of one is believed, the rest is told by its look."""

from pressdesk.model.release import BlockKind
from pressdesk.proof.style.text import Piece, named

LONG = "Елші қала әкімімен кездесіп, екіжақты ынтымақтастықтың өзекті мәселелерін егжей-тегжейлі талқылап шықты."


def kinds(*pieces: tuple[BlockKind | None, str]) -> list[BlockKind | None]:
    return [piece.kind for piece in named([Piece(None, kind, text) for kind, text in pieces], "Сурет")]


def test_a_headline_that_the_file_names_is_the_only_one_and_the_lead_follows_it() -> None:
    found = kinds((None, "Баспасөз қызметі"), (BlockKind.HEADLINE, "Елші қалаға барды"), (None, LONG), (None, LONG))
    assert found == [BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.PARAGRAPH]


def test_without_one_the_first_short_line_without_a_stop_is_the_headline() -> None:
    found = kinds((None, "Елші қалаға барды"), (None, "Сурет: Елшілік"), (None, LONG))
    assert found == [BlockKind.HEADLINE, BlockKind.CREDIT, BlockKind.LEAD]


def test_a_list_item_or_caption_of_the_file_stays_what_it_is() -> None:
    found = kinds((None, "Тақырып"), (BlockKind.LIST_ITEM, LONG), (BlockKind.CREDIT, "А. Сапарова"), (None, LONG))
    assert found == [BlockKind.HEADLINE, BlockKind.LIST_ITEM, BlockKind.CREDIT, BlockKind.LEAD]


def test_a_line_by_itself_is_no_headline() -> None:
    assert kinds((None, "Елші қалаға барды")) == [None]

"""Facts that say next to nothing, or things that no table knows: every release type still makes a text of them."""

import re

import pytest

from pressdesk.app.samples import from_facts
from pressdesk.errors import PackError
from pressdesk.model.release import Release
from pressdesk.render.pack import packs
from pressdesk.render.render import render

LANGUAGES = ("kk", "ru", "en", "pt")
KINDS = [kind.id for kind in packs()]
PLACE = {"type": "city", "name": {"kk": "Астана", "ru": "Астана", "en": "Astana"}}
COUNTRIES = [
    {"id": "kz", "name": {"kk": "Қазақстан", "ru": "Казахстан", "en": "Kazakhstan", "pt": "Cazaquistão"}},
    {"id": "us", "name": {"kk": "АҚШ", "ru": "США", "en": "United States", "pt": "Estados Unidos"}},
]
PEOPLE = [
    {"id": "a", "family": {"kk": "Сейіт", "ru": "Сейит", "en": "Seyit"}, "gender": "f"},
    {"id": "b", "family": {"en": "Park"}, "name_order": "family_first", "title": {"text": {"en": "CEO"}}},
]
BARE = {
    "nothing": {},
    "a place alone": {"event": {"place": PLACE}},
    "two people": {"people": PEOPLE},
    "an unknown kind": {
        "event": {"kind": "parade", "place": PLACE},
        "outcomes": [{"kind": "sung", "what": {"en": "x"}}],
    },
    "ids that name nobody": {"actor": "x", "event": {"chairs": ["y"], "organisers": ["z"], "guests": ["w"]}},
    "a short meeting": {"people": PEOPLE, "meetings": [{"with": "b", "topics": [{"en": "trade"}]}]},
}


def text(kind: str, language: str, **facts: object) -> str:
    raw = {"type": kind, "languages": list(LANGUAGES), **facts}
    return render(from_facts(raw), language).plain().replace("\u00a0", " ")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("facts", BARE.values(), ids=list(BARE))
def test_every_type_makes_a_text_of_hardly_any_facts(kind: str, facts: dict[str, object]) -> None:
    for language in LANGUAGES:
        release = render(from_facts({"type": kind, "languages": list(LANGUAGES), **facts}), language)

        assert isinstance(release, Release)
        assert not re.search(r"\s\s|\bNone\b|Undefined|\s[,.]|,,|\.\.|⟧\w|\w⟦", release.plain().replace("\n", "|"))


def test_the_heads_of_both_sides_chair_consultations_unless_others_are_named() -> None:
    met = {"countries": COUNTRIES, "people": PEOPLE, "event": {"kind": "consultations", "place": PLACE}}

    assert "co-chaired by Seyit and the CEO, Park" in text("consultations", "en", **met)
    met["event"] = {"kind": "consultations", "place": PLACE, "chairs": ["b"]}
    assert "chaired by the CEO, Park, were held" in text("consultations", "en", **met)


def test_the_partner_is_the_other_country_where_nobody_says_it() -> None:
    facts = {"countries": COUNTRIES, "event": {"kind": "business_forum", "place": PLACE}}

    assert "Kazakhstan–United States business forum" in text("business_forum", "en", **facts)
    assert "Қазақстан – АҚШ бизнес-форумы" in text("business_forum", "kk", **facts)


@pytest.mark.parametrize(
    ("title", "kind", "language", "says"),
    [
        ("Білім туралы келісім", "agreement", "kk", "Білім туралы келісімге қол қойылды"),
        ("Жол картасы", "roadmap", "kk", "Жол картасына қол қойылды"),
        ("Жасыл көпір", "memorandum", "kk", "«Жасыл көпір» меморандумына қол қойылды"),
        ("Жасыл көпір", "", "kk", "«Жасыл көпір» құжатына қол қойылды"),
        ("Ақтау коммюникесі", "", "kk", "Ақтау коммюникесіне қол қойылды"),
        ("Совместное коммюнике", "", "ru", "Подписано Совместное коммюнике"),
        ("Charter of Friendship", "", "en", "A Charter of Friendship was signed"),
        ("Дорожная карта", "roadmap", "ru", "Подписана Дорожная карта"),
        ("Соглашение о торговле", "agreement", "ru", "Подписано Соглашение о торговле"),
        ("Зелёный мост", "declaration", "ru", "Подписана декларация «Зелёный мост»"),
        ("Agreement on Trade", "agreement", "en", "An Agreement on Trade was signed"),
        ("Green Bridge", "memorandum", "en", "A memorandum entitled “Green Bridge” was signed"),
        ("Declaração Conjunta", "declaration", "pt", "Foi assinada a Declaração Conjunta"),
        ("Ponte Verde", "plan", "pt", "Foi assinado o plano de ação «Ponte Verde»"),
    ],
)
def test_a_document_stands_in_its_case_and_in_quotation_marks_where_its_title_is_a_name(
    title: str, kind: str, language: str, says: str
) -> None:
    assert says in text("signing", language, agreement={"kind": kind, "title": {language: title}}).partition("\n")[2]


def test_two_sign_and_one_signs_in_the_right_number() -> None:
    paper = {"kind": "protocol", "title": {"ru": "Протокол", "kk": "Хаттама"}}

    both = text("signing", "ru", people=PEOPLE, agreement={**paper, "signatories": ["a", "b"]})
    one = text("signing", "ru", people=PEOPLE, agreement={**paper, "signatories": ["a"]})

    assert "Документ подписали Сейит и" in both
    assert "Документ подписан Сейит" in one
    assert "Церемония подписания прошла с участием" in one  # the other was there


@pytest.mark.parametrize(("count", "says"), [(45, "45 человек"), (22, "22 человека"), (2000, "2000 человек")])
def test_people_are_counted_in_figures(count: int, says: str) -> None:
    event = {"kind": "round_table", "place": PLACE, "participants_count": count}

    assert says in text("round_table", "ru", event=event).replace("2 000", "2000")
    assert f"{count} адам қатысты" in text("round_table", "kk", event=event).replace("2 000", "2000")


def test_more_than_a_number_takes_the_case_that_the_word_wants() -> None:
    event = {"kind": "conference", "place": PLACE, "participants_count": 200, "participants_approx": "over"}

    assert "200-ден астам адам" in text("round_table", "kk", event=event)
    assert "более 200 человек" in text("round_table", "ru", event=event)


def test_a_body_among_the_guests_is_there_by_its_representatives() -> None:
    org = {"id": "o", "name": {"kk": "Solmar", "en": "Solmar"}, "kk": {"latin": True, "classifier": "компаниясы"}}
    facts = {"organisations": [org], "event": {"kind": "round_table", "place": PLACE, "guests": ["o"]}}

    assert "Solmar компаниясының өкілдері қатысты" in text("round_table", "kk", **facts)
    assert "attended by representatives of Solmar." in text("round_table", "en", **facts)


def test_a_speaker_whom_the_text_has_named_stands_in_the_short_form() -> None:
    said = [
        {"by": "b", "kind": "stressed", "what": {"en": "trade"}},
        {"by": "a", "kind": "thanked", "what": {"en": "help"}},
    ]
    more = {"id": "c", "family": {"en": "Lee"}, "title": {"text": {"en": "Mayor"}}}
    facts = {"people": [*PEOPLE, more], "event": {"kind": "round_table", "place": PLACE}}

    late = text(
        "round_table", "en", statements=[*said, {"by": "c", "kind": "welcomed", "what": {"en": "x"}}, said[0]], **facts
    )

    assert "Park stressed trade." in late
    assert "The Mayor, Lee, welcomed x." in late
    facts["event"] = {"kind": "round_table", "place": PLACE, "guests": ["c"]}
    assert "Lee welcomed x." in text(
        "round_table", "en", statements=[{"by": "c", "kind": "welcomed", "what": {"en": "x"}}], **facts
    )


@pytest.mark.parametrize(
    ("city", "says"),
    [("Vila Nova de Gaia", "em Vila Nova de Gaia"), ("Ponta Delgada", "em Ponta Delgada"), ("Porto", "no Porto")],
)
def test_a_portuguese_city_has_an_article_only_where_the_table_lists_it(city: str, says: str) -> None:
    place = {"type": "city", "name": {"pt": city}}

    assert f"Realizou-se {says} uma mesa-redonda" in text("round_table", "pt", event={"place": place})


WITH_HEADS = ("bilateral_meeting", "phone_call", "congratulation", "working_visit", "briefing_announcement")


@pytest.mark.parametrize("kind", WITH_HEADS)
def test_a_headline_calls_somebody_without_a_post_by_name(kind: str) -> None:
    people = [{"id": i, "family": dict.fromkeys(LANGUAGES, n), "gender": "f"} for i, n in (("a", "Aba"), ("b", "Bed"))]
    event = {"kind": "working_visit", "place": PLACE}
    for language in LANGUAGES:
        headline = text(kind, language, people=people, actor="a", counterpart="b", event=event).splitlines()[0]

        assert "⟦" not in headline, headline
        assert "Aba" in headline


@pytest.mark.parametrize("kind", WITH_HEADS)
def test_a_headline_asks_for_a_post_of_which_only_the_country_is_known(kind: str) -> None:
    people = [{"id": "a", "family": {"kk": "Сейіт"}, "title": {"of": "kz"}}]

    assert "⟦" in text(kind, "kk", people=people, actor="a").splitlines()[0]


def test_bodies_and_countries_speak_and_are_quoted_by_their_names() -> None:
    said = [{"by": by, "kind": "welcomed", "what": dict.fromkeys(LANGUAGES, "x")} for by in ("br", "org.un", "br")]
    facts = {"counterpart": "br", "statements": said, "quote": {"by": "org.un", "text": dict.fromkeys(LANGUAGES, "y")}}

    portuguese = text("bilateral_meeting", "pt", **facts)

    assert "O Brasil saudou" in portuguese
    assert "Por sua vez, a Organização das Nações Unidas saudou" in portuguese
    assert "In turn, the United Nations welcomed" in text("bilateral_meeting", "en", **facts)
    assert text("bilateral_meeting", "kk", **facts).endswith("\nБіріккен Ұлттар Ұйымы\n")
    assert "ao Brasil x" in text("congratulation", "pt", counterpart="br", wishes=[{"pt": "x"}])


@pytest.mark.parametrize("kind", ["ы" * 10_000, "..", "a/b", "a\x00b"])
def test_a_type_that_cannot_be_a_folder_is_refused_in_words(kind: str) -> None:
    with pytest.raises(PackError, match="is not a release type"):
        from_facts({"type": kind})

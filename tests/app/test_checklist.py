"""The checklist ticks itself where the program can see, and waits for a person where not; a tick ends with its text."""

import dataclasses
import datetime as dt

import pytest

from pressdesk.app.amending import living, take_up, write
from pressdesk.app.checklist.checklist import Checklist, Row, issued, look, recorded, ticked, unticked
from pressdesk.app.checklist.items import shipped
from pressdesk.app.checklist.points import Known, State
from pressdesk.app.problems import all_problems
from pressdesk.app.register.layers import Layers
from pressdesk.app.samples import names, sample
from pressdesk.errors import FactsError
from pressdesk.model import paths
from pressdesk.model.amendments import Piece
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Entry
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.register import Book, Checked, Record
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.render.render import render
from pressdesk.text.spans import Span

NOW = dt.datetime(2026, 3, 20, 9, 30, 12, 999, tzinfo=dt.timezone(dt.timedelta(hours=5)))


def known(draft: Draft, *tags: str, **more: object) -> Known:
    kind = load_type(pack_folder(draft.facts.type))
    releases = {tag: render(draft, tag) for tag in draft.facts.languages}
    told: dict[str, object] = {"problems": all_problems(draft, kind), "now": NOW, "only": frozenset(tags), **more}
    return Known(draft=draft, kind=kind, releases=releases, **told)  # type: ignore[arg-type]


def checklist(draft: Draft, *tags: str, **more: object) -> Checklist:
    return look(shipped(), known(draft, *tags, **more))


def row(draft: Draft, item: str, *tags: str, **more: object) -> Row:
    found = checklist(draft, *tags, **more).row(item)
    assert found is not None, item
    return found


def put(draft: Draft, path: str, value: object) -> Draft:
    return draft.with_facts(paths.put(draft.facts, path, value))


def rewritten(draft: Draft, block_id: str, text: str, tag: str = "kk") -> Draft:
    release = render(draft, tag)
    block = next(b for b in release.blocks if b.id == block_id)
    return write(draft, take_up(draft, release, block, living(draft, tag)), [Piece(text=text)])


def ticked_row(draft: Draft, item: str) -> Draft:
    found = row(draft, item)
    return ticked(draft, found.item, found.open, " Г. Ержанова ", NOW)


# --- the lead --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["guimaraes", *(pytest.param(n, marks=pytest.mark.slow) for n in names() if n != "guimaraes")]
)
def test_the_leads_of_the_samples_say_who_what_where_and_when_in_every_language(name: str) -> None:
    found = checklist(sample(name))

    for item in ("who", "what", "where", "when"):
        said = found.row(item)
        assert said is not None
        assert said.state is State.FINE, item
        assert [p.language for p in said.points] == list(sample(name).facts.languages)


def test_a_lead_without_a_day_leans_on_the_dateline_and_says_so() -> None:
    said = row(sample("guimaraes"), "when", "kk")

    assert [(p.note, p.args["words"]) for p in said.points] == [
        ("checklist.note.dateline", "2025 жылғы 22 желтоқсан"),
    ]  # fmt: skip


def test_a_place_that_stands_nowhere_is_open_and_leads_to_its_field() -> None:
    draft = put(put(sample("salvania-minister"), "event.place.name", {}), "dateline.city", {})
    where = row(draft, "where")

    assert where.state is State.OPEN
    assert {p.field for p in where.open} == {"event.place.name"}
    assert {p.language for p in where.open} == set(draft.facts.languages)


def test_a_hole_in_the_lead_is_no_answer() -> None:
    draft = put(put(sample("salvania-minister"), "event.place.name.ru", ""), "dateline.city", {})
    draft = put(draft, "event.place.name", {"kk": "Порту-Клару"})

    assert row(draft, "where", "kk").state is State.FINE
    assert row(dataclasses.replace(draft), "where", "ru").open[0].note == "checklist.note.lead"


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("12 наурызда Порту-Клару қаласында Паулу Тейшейра Айгерім Сапарованы қабылдады.", set()),
        ("Наурызда Порту-Клару қаласында Тейшейрамен кездесу өтті.", {"when", "what"}),
        ("12.03.2026 күні Порту-Кларуда Елшіні қабылдады.", set()),
        ("Кеше кешке ұзақ әңгіме өтті.", {"who", "what", "where", "when"}),
        ("12 адам қонаққа келді.", {"who", "what", "where", "when"}),
    ],
)
def test_a_lead_written_by_hand_is_read_by_its_words(text: str, lacking: set[str]) -> None:
    draft = rewritten(sample("salvania-minister"), "lead", text)
    items = [dataclasses.replace(item, dateline=False) for item in shipped() if item.check == "lead"]

    assert {r.item.id for r in look(items, known(draft, "kk")).open} == lacking


def test_a_person_may_tick_what_the_program_cannot_read_until_the_lead_changes() -> None:
    draft = rewritten(put(sample("salvania-minister"), "dateline.city", {}), "lead", "Кеше кешке ұзақ әңгіме өтті.")
    draft = ticked_row(draft, "who")

    assert row(draft, "who").state is State.TICKED
    changed = rewritten(draft, "lead", "Кеше кешке өте ұзақ әңгіме өтті.")
    assert row(changed, "who").state is State.LAPSED


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("12 наурызда Елші қабылданды, деп хабарлайды Елшіліктің баспасөз қызметі.", True),
        ("12 наурызда Елші қабылданды.", False),
    ],
)
def test_who_reports_is_looked_for_in_a_lead_written_by_hand(text: str, fine: bool) -> None:
    draft = put(rewritten(sample("salvania-minister"), "lead", text), "attribution.unit", {"kk": "баспасөз қызметі"})

    assert (row(draft, "attribution", "kk").state is State.FINE) is fine


def test_nobody_asks_who_reports_where_the_house_wants_nobody_named() -> None:
    assert checklist(put(sample("salvania-minister"), "attribution.position", "none")).row("attribution") is None
    assert checklist(sample("border-statement")).row("attribution") is None


# --- what people tick ------------------------------------------------------------------------------------------------


def test_a_quotation_waits_for_its_approval_which_lapses_with_its_words_and_comes_back_with_them() -> None:
    draft = sample("salvania-water")
    assert row(draft, "quotes").state is State.OPEN

    approved = ticked_row(draft, "quotes")
    [tick] = approved.ticks
    assert row(approved, "quotes").state is State.TICKED
    assert (tick.by, tick.about, tick.at) == ("Г. Ержанова", "quote", NOW.replace(microsecond=0))

    words = draft.facts.quote.text
    changed = put(approved, "quote.text.pt", words["pt"] + " Sempre.")
    assert row(changed, "quotes").state is State.LAPSED
    assert row(put(changed, "quote.text", words), "quotes").state is State.TICKED


def test_the_approval_is_of_the_speaker_too_and_no_matter_of_order() -> None:
    approved = ticked_row(sample("salvania-water"), "quotes")
    place = next(i for i, p in enumerate(approved.facts.people) if p.id == approved.facts.quote.by)

    moved = approved.with_facts(paths.move(approved.facts, f"people[{place}]", 0))
    assert row(moved, "quotes").state is State.TICKED
    renamed = put(moved, "people[0].family.kk", "Фалкао")
    assert row(renamed, "quotes").state is State.LAPSED


def test_a_quotation_written_into_a_paragraph_waits_for_its_own_approval() -> None:
    draft = rewritten(sample("salvania-minister"), "lead", "«Бұл кездесу бізге өте маңызды», – деді П. Тейшейра.")
    waiting = row(draft, "quotes")

    assert [(p.about, p.language, p.text) for p in waiting.open] == [
        ("amendment[a1]", "kk", "«Бұл кездесу бізге өте маңызды»")
    ]  # fmt: skip
    approved = ticked_row(draft, "quotes")
    assert row(approved, "quotes").state is State.TICKED
    other = rewritten(approved, "lead", "«Бұл кездесу екі елге өте маңызды», – деді П. Тейшейра.")
    assert row(other, "quotes").state is State.LAPSED
    around = rewritten(approved, "lead", "«Бұл кездесу бізге өте маңызды», – деді министр.")
    assert row(around, "quotes").state is State.TICKED


@pytest.mark.parametrize("text", ["«Ұлы дала» көрмесі өтті.", "Көрме «Ұлы дала елінің көне мұрасы» деп аталады."])
def test_a_title_in_quotation_marks_is_no_quotation(text: str) -> None:
    assert checklist(rewritten(sample("salvania-minister"), "lead", text)).row("quotes") is None


def test_the_other_sides_people_are_checked_by_a_person_each_and_our_own_are_not() -> None:
    draft = sample("guimaraes")
    waiting = row(draft, "partner")

    assert [p.about for p in waiting.open] == ["people[araujo]", "people[fangueiro]"]  # not the envoy, not our consul
    first = ticked(draft, waiting.item, waiting.open[:1], "А. Нұрлан", NOW)
    assert [p.state for p in row(first, "partner").points] == [State.TICKED, State.OPEN]
    assert row(unticked(first, waiting.item, waiting.open[:1]), "partner").open == waiting.open


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("people[1].family.kk", "Араужо"),
        ("people[1].title.text.ru", "мэр"),
        ("organisations[0].name.en", "Guimarães Town Council"),
    ],
)
def test_a_partners_tick_lapses_with_the_name_the_title_and_the_body(path: str, value: str) -> None:
    draft = ticked_row(sample("guimaraes"), "partner")
    changed = row(put(draft, path, value), "partner")

    assert [p.state for p in changed.points] == [State.LAPSED, State.TICKED]


def test_a_tick_is_about_all_languages_whichever_of_them_go_out() -> None:
    draft = ticked_row(ticked_row(sample("salvania-water"), "partner"), "quotes")

    for item in ("partner", "quotes"):
        assert row(draft, item, "ru").state is State.TICKED
    assert row(put(draft, "quote.text.pt", "Nunca."), "quotes", "ru").state is State.LAPSED


def test_a_partners_tick_goes_along_when_people_change_places() -> None:
    draft = ticked_row(sample("guimaraes"), "partner")
    moved = draft.with_facts(paths.move(draft.facts, "people[3]", 0))

    assert row(moved, "partner").state is State.TICKED


def test_nobody_ticks_without_a_name_and_nobody_ticks_what_the_program_alone_can_tell() -> None:
    draft = sample("guimaraes")
    partner, languages = row(draft, "partner"), row(draft, "languages")

    with pytest.raises(FactsError, match="needs the name"):
        ticked(draft, partner.item, partner.open, "  ", NOW)
    with pytest.raises(FactsError, match="nobody can tick this"):
        ticked(draft, languages.item, languages.points, "А. Нұрлан", NOW)


# --- what the program sees -------------------------------------------------------------------------------------------


def test_a_photo_needs_its_credit_and_its_description_in_every_language() -> None:
    draft = dataclasses.replace(sample("vila-serena"), images={"a.jpg": b"x"})
    draft = put(put(draft, "photo.file", "a.jpg"), "photo.alt", {"kk": "Кездесу", "ru": "Встреча", "en": "The meeting"})
    photo = row(draft, "photo")

    assert [(p.language, p.note, p.field) for p in photo.open] == [("pt", "checklist.note.photo_alt", "photo.alt")]
    assert row(put(draft, "photo.alt.pt", "A reunião"), "photo").state is State.FINE
    assert row(put(draft, "photo.credit", {}), "photo", "kk").open[0].field == "photo.credit"
    assert checklist(put(put(draft, "photo.file", ""), "photo.credit", {})).row("photo") is None


def test_contacts_are_the_issuers_or_the_releases_own() -> None:
    draft = sample("guimaraes")

    assert row(draft, "contacts").state is State.OPEN
    assert not row(draft, "contacts").item.required
    assert [(p.about, p.language) for p in row(draft, "contacts").points] == [
        ("contacts", "")
    ]  # once for all languages
    addressed = put(draft, "issuer.address", {"kk": "Астана", "ru": "Астана", "en": " "})
    assert {p.language for p in row(addressed, "contacts").open} == {"en", "pt"}
    assert row(put(draft, "issuer.site", "www.gov.kz"), "contacts").state is State.FINE
    signed = ticked_row(draft, "contacts")
    assert row(signed, "contacts").state is State.TICKED
    assert row(put(signed, "event.place.name.kk", "Брага"), "contacts").state is State.TICKED


def test_gaps_are_told_by_language_and_only_of_the_languages_that_go_out() -> None:
    draft = put(sample("guimaraes"), "people[3].family.en", "")

    assert {p.language for p in row(draft, "languages").open} == {"en"}
    assert row(draft, "languages", "kk", "ru").state is State.FINE


def finding(rule: str, severity: Severity, text: str = "гылыми") -> Finding:
    return Finding(block="lead", span=Span(0, 6), text=text, rule=rule, kind=Kind.FACTS, severity=severity, message="…")


def test_errors_block_and_warnings_do_not() -> None:
    draft = sample("guimaraes")
    found = {"kk": (finding("kk.spelling", Severity.ERROR), finding("house.x", Severity.WARNING))}
    errors = row(draft, "findings", findings=found)

    assert [p.text for p in errors.open] == ["гылыми"]
    assert [(p.note, p.args["n"], p.state) for p in errors.points[1:]] == [("checklist.warnings", 1, State.FINE)]
    assert row(draft, "findings", "ru", findings=found).state is State.FINE


def test_an_error_of_the_facts_blocks_too_and_a_gap_is_not_told_twice() -> None:
    draft = put(sample("guimaraes"), "event.participants_count", -1)
    assert [p.note for p in row(draft, "findings", "kk").open] == ["problem.negative"]

    gap = {"en": (finding("facts.gap", Severity.ERROR, "⟦who⟧"),)}
    assert row(sample("guimaraes"), "findings", findings=gap).state is State.FINE


def test_versions_that_disagree_are_told_by_their_own_item_alone() -> None:
    slips = (
        ("agreement.date", Severity.ERROR),
        ("agreement.order", Severity.HINT),
        ("agreement.post", Severity.WARNING),
    )
    found = {"ru": tuple(finding(rule, severity) for rule, severity in slips)}
    whole = checklist(sample("guimaraes"), findings=found)
    versions, errors = whole.row("versions"), whole.row("findings")

    assert versions is not None
    assert errors is not None
    assert [(p.about, p.state) for p in versions.points] == [
        ("agreement.date", State.OPEN),
        ("agreement.order", State.FINE),
        ("agreement.post", State.OPEN),
    ]
    assert [p.about for p in versions.blocking] == ["agreement.date"]  # a warning is shown and blocks nothing
    assert errors.state is State.FINE
    without = look([item for item in shipped() if item.id != "versions"], known(sample("guimaraes"), findings=found))
    left = without.row("findings")
    assert left is not None
    assert [p.about for p in left.open] == ["agreement.date"]


def test_a_language_that_nobody_could_check_is_shown_and_waits_for_nobody() -> None:
    found = checklist(sample("guimaraes"), unchecked=frozenset(("ru",)))
    checked = found.row("checked")

    assert checked is not None
    assert [p.language for p in checked.open] == ["ru"]
    assert checked not in found.blocking


@pytest.mark.parametrize(
    ("until", "note"),
    [
        (NOW + dt.timedelta(hours=1), ""),
        (NOW, "checklist.note.embargo_over"),
        (NOW - dt.timedelta(days=3), "checklist.note.embargo_over"),
        (NOW + dt.timedelta(days=61), "checklist.note.embargo_far"),
    ],
)
def test_an_embargo_is_neither_over_nor_far_off(until: dt.datetime, note: str) -> None:
    [point] = row(put(sample("vila-serena"), "embargo.until", until), "embargo").points

    assert (point.note, point.state) == (note, State.OPEN if note else State.FINE)


def test_an_embargo_of_an_announcement_ends_before_its_event() -> None:
    draft = put(sample("ministry-briefing"), "event.date", dt.date(2026, 3, 25))
    late = NOW.replace(day=26)

    assert row(put(draft, "embargo.until", late), "embargo").points[0].note == "checklist.note.embargo_late"
    assert row(put(draft, "embargo.until", NOW.replace(day=24)), "embargo").state is State.FINE
    assert checklist(put(draft, "embargo.until", None)).row("embargo") is None


def test_invented_facts_are_told_to_be_in_every_language() -> None:
    draft = sample("vila-serena")
    assert row(draft, "disclaimer").state is State.FINE
    assert checklist(put(draft, "invented", False)).row("disclaimer") is None

    silent = known(draft, "kk")
    silent = dataclasses.replace(silent, releases={"kk": dataclasses.replace(silent.releases["kk"], disclaimer=" ")})
    assert [r.state for r in look(shipped(), silent).rows if r.item.id == "disclaimer"] == [State.OPEN]


def test_an_entry_that_somebody_changed_waits_for_a_look_and_a_shipped_one_does_not() -> None:
    draft = sample("guimaraes")
    assert row(draft, "register").state is State.FINE

    key, entry = next(iter(draft.register.items()))
    other = dataclasses.replace(entry, text={**entry.text, "kk": "мүлде басқа"})
    changed = dataclasses.replace(draft, register={**draft.register, key: other})
    [point] = row(changed, "register").open
    assert point.args["n"] == 1
    assert "мүлде басқа" in point.text

    mine = Record(id=key, phrase=Entry(kind=entry.kind, text=other.text), checked=Checked(by="А. Нұрлан"))
    seen = Layers(own=Book(records={key: mine}))
    assert row(changed, "register", layers=seen).state is State.FINE
    unseen = Layers(own=Book(records={key: dataclasses.replace(mine, checked=Checked())}))
    assert row(changed, "register", layers=unseen).state is State.OPEN


# --- final -----------------------------------------------------------------------------------------------------------


def test_what_is_advised_stands_open_and_blocks_nothing() -> None:
    found = checklist(ticked_row(sample("guimaraes"), "partner"))

    assert [r.item.id for r in found.open] == ["contacts"]
    assert found.blocking == ()


def test_a_final_release_is_recorded_with_who_when_and_what_and_without_a_reason_where_nothing_stood_open() -> None:
    draft = ticked_row(sample("guimaraes"), "partner")
    made = issued(checklist(draft), "Г. Ержанова", NOW, ("kk", "ru"), ("docx",), "not needed")
    final = recorded(draft, made)

    assert (made.by, made.at, made.languages, made.formats) == (
        "Г. Ержанова", NOW.replace(microsecond=0), ("kk", "ru"), ("docx",),
    )  # fmt: skip
    assert (made.forced, made.reason) == (False, "")
    assert final.final
    assert final.record == (made,)
    assert recorded(final, made).record == (made, made)


def test_a_forced_release_says_what_stood_open_and_why_it_went_out() -> None:
    found = {"kk": (finding("kk.spelling", Severity.ERROR),)}
    open_list = checklist(sample("guimaraes"), findings=found)
    made = issued(open_list, "Г. Ержанова", NOW, ("kk",), ("txt",), "Министр тапсырды")

    assert made.forced
    assert [(u.item, u.about, u.language) for u in made.unmet] == [
        ("partner", "people[araujo]", ""),
        ("partner", "people[fangueiro]", ""),
        ("findings", "kk.spelling", "kk"),
    ]
    with pytest.raises(FactsError, match="needs a reason"):
        issued(open_list, "Г. Ержанова", NOW, ("kk",), ("txt",), " ")
    with pytest.raises(FactsError, match="needs the name"):
        issued(open_list, "", NOW, ("kk",), ("txt",), "Министр тапсырды")


def test_nothing_of_ticks_and_record_is_printed() -> None:
    draft = ticked_row(sample("guimaraes"), "partner")
    final = recorded(draft, issued(checklist(draft), "Zzyzx", NOW, ("kk",), ("txt",)))

    assert render(final, "kk") == dataclasses.replace(render(sample("guimaraes"), "kk"), draft=False)

"""The two forms of UNESCO's: whole, in order, and never surer than what was read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from gastro.catalogue.dossier_files import load_dossier
from gastro.project import Project
from gastro.records.forms import Form, Known, Limit, Most, Section
from gastro.text.thai import has_thai

FORMS = ("uccn-application-2021", "uccn-mmr")

APPLICATION = """
    name-of-city                       1       seen
    country                            2       seen
    contacts                           3       seen
    mayor                              3.1     seen
    mayor-representative               3.2     seen
    main-contact                       (3.3)   cross-reference
    alternative-contact                (3.4)   2019-form
    creative-field                     (4)     2019-form
    previous-submissions               -       recalled
    city-presentation                  -       recalled
    global-strategies                  -       recalled
    main-reasons                       -       recalled
    preparatory-process                -       recalled
    comparative-assets                 (9)     recalled
    assets-history                     (9.1)   recalled
    assets-economy                     -       recalled
    assets-communities                 -       recalled
    assets-professional-events         -       recalled
    assets-festivals                   -       recalled
    assets-youth-education             -       recalled
    assets-training                    -       recalled
    assets-research                    -       recalled
    assets-infrastructure              -       recalled
    assets-public-spaces               -       recalled
    assets-participation-projects      -       recalled
    assets-cooperation-projects        -       recalled
    assets-organisations               -       recalled
    assets-creators-policies           -       recalled
    assets-industry-policies           -       recalled
    assets-international               -       recalled
    assets-crossover                   -       recalled
    assets-event-capacity              -       recalled
    assets-budget                      -       recalled
    contribution                       (10)    published-answer
    local-initiatives                  (10.1)  published-answer
    international-initiatives          (10.2)  later-report
    action-plan-budget                 (10.3)  later-report
    management-structure               (10.4)  cross-reference
    communication-plan                 (10.5)  later-report
    commitments                        -       2019-form
    legal-signature                    -       recalled
    annex-photos                       Annex   seen
    letter-mayor                       -       earlier-call
    letter-national-commission         -       earlier-call
    letters-professional-associations  -       earlier-call
"""
REPORT = """
    executive-summary       1    seen
    general-information     2    seen
    network-management      3    seen
    local-implemented       4    seen
    inter-city-implemented  5    seen
    action-plan             6    seen
    plan-local              6.1  seen
    plan-international      6.2  seen
    plan-budget             6.3  seen
    plan-communication      6.4  seen
    covid-response          -    reported-guidelines
    appendices              7    seen
"""
"""What was read of each section: id, number (likely ones in brackets), seen or what it is inferred from."""


@cache
def form(id: str) -> Form:
    found = {entry.id: entry.record for entry in load_dossier(Project.here().content).entries}[id]
    assert isinstance(found, Form)
    return found


def outline(one: Form) -> list[tuple[str, str, str]]:
    def number(section: Section) -> str:
        return section.number or (f"({section.likely_number})" if section.likely_number else "-")

    return [
        (section.id, number(section), section.known.basis or section.known.mark) for section in one.sections
    ]


def marks(one: Form) -> Iterator[Known]:
    """Everything that tells how something of the form is known."""
    yield from (one.languages_known, one.unit_known)
    for part in (one.empty_phrase, one.photos, one.mail, *one.dates, *one.rules):
        if part is not None:
            yield part.known
    for section in one.sections:
        yield section.known
        for within in (*counts(section), *section.fields):
            yield within.known


def counts(section: Section) -> list[Limit | Most]:
    return [part for part in (section.limit, section.most) if part is not None]


@pytest.mark.parametrize(("id", "listed"), [(FORMS[0], APPLICATION), (FORMS[1], REPORT)])
def test_every_section_is_there_in_order_with_what_is_known_of_it(id: str, listed: str) -> None:
    assert outline(form(id)) == [tuple(line.split()) for line in listed.strip().splitlines()]


@pytest.mark.parametrize("id", FORMS)
def test_a_number_stands_only_where_it_was_seen(id: str) -> None:
    for section in form(id).sections:
        if section.number is not None:
            assert section.known.mark == "seen", section.id
            assert section.likely_number is None, section.id


@pytest.mark.parametrize("id", FORMS)
def test_no_limit_of_length_has_a_number_as_none_was_read(id: str) -> None:
    limits = {section.id: section.limit for section in form(id).sections if section.limit}
    assert {name for name, limit in limits.items() if limit.count is not None} == set()
    assert {limit.known.mark for limit in limits.values()} <= {"not-found"}


def test_the_most_of_something_is_marked_by_what_it_rests_on() -> None:
    most = {
        section.id: (section.most.count, section.most.known.basis or section.most.known.mark)
        for id in FORMS
        for section in form(id).sections
        if section.most
    }
    assert most == {
        "assets-participation-projects": (3, "recalled"),
        "assets-cooperation-projects": (3, "recalled"),
        "assets-crossover": (3, "recalled"),
        "local-initiatives": (3, "later-report"),
        "international-initiatives": (3, "later-report"),
        "annex-photos": (3, "seen"),
        "letters-professional-associations": (2, "earlier-call"),
        "plan-local": (3, "published-report"),
        "plan-international": (3, "published-report"),
    }


@pytest.mark.parametrize("id", FORMS)
def test_what_was_seen_names_its_document_and_what_is_inferred_its_basis(id: str) -> None:
    for known in marks(form(id)):
        if known.mark == "seen":
            assert known.source, known
            assert known.basis is None, known
        elif known.mark == "inferred":
            assert known.basis, known
            assert known.source or known.basis == "recalled", known
        else:
            assert known.basis is None, known


@pytest.mark.parametrize("id", FORMS)
def test_every_title_is_translated(id: str) -> None:
    one = form(id)
    titles = [part.title for section in one.sections for part in (section, *section.fields)]
    for title in (one.name, *titles, *(section.asks for section in one.sections)):
        assert has_thai(title.th), title
        assert not has_thai(title.en), title


@pytest.mark.parametrize("id", FORMS)
def test_sections_stand_under_headings_and_headings_hold_sections(id: str) -> None:
    sections = form(id).sections
    headings = {section.id for section in sections if section.kind == "heading"}
    assert {section.part_of for section in sections if section.part_of} == headings


def test_personal_fields_are_private_wherever_they_stand() -> None:
    private = {"family-name", "first-name", "address", "telephone", "email", "signature", "focal-points"}
    fields = [(section, one) for id in FORMS for section in form(id).sections for one in section.fields]
    assert private <= {one.id for _, one in fields}
    for section, one in fields:
        personal = one.id in private or (one.id == "title" and section.part_of == "contacts")
        if personal:
            assert one.kind == "private", (section.id, one.id)


def test_the_rules_of_the_application_are_those_that_were_read() -> None:
    one = form("uccn-application-2021")
    assert one.unit == "words"
    assert one.empty_phrase is not None
    assert one.empty_phrase.phrase == "No relevant information to provide"
    assert one.photos is not None
    assert (one.photos.count, one.photos.megabytes) == (3, None)
    assert one.mail is not None
    assert (one.mail.megabytes, one.mail.known.mark) == (20, "inferred")
    assert [str(day.date) for day in one.dates] == ["2021-06-30", "2021-11-08"]
    fields = next(section.choices for section in one.sections if section.id == "creative-field")
    assert fields == (
        "Crafts and Folk Art",
        "Design",
        "Film",
        "Gastronomy",
        "Literature",
        "Media Arts",
        "Music",
    )


def test_the_report_claims_no_unit_and_no_limit() -> None:
    one = form("uccn-mmr")
    assert one.unit_known.mark == "not-found"
    assert [section.id for section in one.sections if section.limit] == []

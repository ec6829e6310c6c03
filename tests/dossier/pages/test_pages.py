"""The pages of the dossier over the sample: what they tell of a form and of a submission, and what they do not."""

from __future__ import annotations

import inspect
import re
import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from gastro.catalogue import Catalogue, load
from gastro.catalogue.changes import Changed
from gastro.catalogue.consents import granted, load_private
from gastro.catalogue.dossier_files import load_dossier, with_dossier
from gastro.dossier import checks, photo_checks
from gastro.dossier.filled import Filled, filled
from gastro.dossier.pages import _write, dossier_pages
from gastro.dossier.pages.forms import form_pages, host
from gastro.dossier.pages.progress import PhotoCount, Said, first_line, photo_count, progress_of, sources_of
from gastro.opendata.linked_data import LinkedData, heads
from gastro.pages import Pages
from gastro.pages.labels import labels
from gastro.pages.render import Setting
from gastro.problems import Message
from gastro.search.findable import findables
from gastro.site.documents import write_pages
from gastro.site.dossier import dossier_of
from gastro.text.dates import When
from tests.dossier.annexes.test_letters import HELD
from tests.opendata.planted import Finder, plant

SAMPLE = Path(__file__).parents[2] / "sample"
SITE = "http://127.0.0.1:8000/"
SUBMISSION = "help/dossier/sample-submission.md"
FORM = "help/forms/sample-form.md"
PATHS = {
    f"{lang}/{path}"
    for lang in ("th", "en")
    for path in ("help/dossier/index.md", "help/forms/index.md", SUBMISSION, FORM)
}


@cache
def catalogue() -> Catalogue:
    return with_dossier(load(SAMPLE), load_dossier(SAMPLE)).catalogue


@cache
def submission() -> Filled:
    return filled(catalogue(), "sample-submission", SITE)


@cache
def pages(day: str = "") -> Pages:
    changes = (Changed("desserts/khanom-tua-yang", When.parse(day), new=False),) if day else ()
    return dossier_pages(catalogue(), site_url=SITE, repository="", changes=changes)


def section(page: str, id: str) -> str:
    """The HTML of one section of a form's page."""
    match = re.search(rf'<section class="ask[^"]*" id="section-{id}">(.*?)</section>', page, re.DOTALL)
    assert match
    return match[1]


def row(page: str, id: str) -> str:
    """The words of one section's row on the page of a submission."""
    match = re.search(rf'<tr[^>]* id="section-{id}"[^>]*>(.*?)</tr>', page, re.DOTALL)
    assert match
    return words(match[1])


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html)).replace("&#x27;", "'").strip()


def test_every_form_and_submission_has_its_page_in_both_languages() -> None:
    assert set(pages()) == PATHS


def test_a_form_is_counted_by_what_was_seen() -> None:
    (form,) = form_pages(catalogue())
    assert form.by_mark == {"seen": 6, "inferred": 1}
    assert form.fields_by_mark == {"seen": 5, "inferred": 1}
    assert (form.limits_known, form.limits) == (1, 2)
    assert [(one.section.id, one.number, one.depth) for one in form.sections] == [
        ("about", "1", 0),
        ("words", "1.1", 1),
        ("things", "(1.2?)", 1),
        ("money", "2", 0),
        ("contact", "3", 0),
        ("field", "4", 0),
        ("photos", "Annex", 0),
    ]
    assert [entry.id for entry in form.submissions] == ["sample-submission"]


def test_a_section_tells_what_was_read_and_where() -> None:
    page = pages()[f"en/{FORM}"]
    assert words(section(page, "words")) == (
        "1.1 Words Title in the form: Words ( คำบรรยาย , our translation into Thai) "
        "How it is known seen example.org What it asks The city's sweets in a few words Kind text "
        "Limit at most 20 words seen example.org compared Back to the list of sections"
    )
    assert 'href="https://example.org/form"' in section(page, "words")


def test_what_is_guessed_is_told_as_a_guess_and_what_is_not_known_in_words() -> None:
    page = pages()[f"en/{FORM}"]
    things = section(page, "things")
    told = words(things)
    assert "1.2" not in re.search("<h3>(.*?)</h3>", things)[1]  # type: ignore[index]
    assert "Its number is likely 1.2 (a guess, not seen in the form)" in told
    assert "Title not checked against the form: Projects" in told
    assert "How it is known inferred from the form of 2019 example.org Read in the form of 2019" in told
    assert "Limit counted in words; how many is not known not found" in told
    assert "Number of items at most 2 seen example.org" in told
    assert (
        "Title text seen example.org Summary text · optional inferred recalled; no document was read" in told
    )
    assert "E-mail personal data, never kept here seen" in words(section(page, "contact"))
    assert "Choices Bread · Sweets" in words(section(page, "field"))


def test_the_thai_page_shows_the_official_title_and_marks_the_translation() -> None:
    told = section(pages()[f"th/{FORM}"], "words")
    assert '<h3><span class="ask__number">1.1</span> คำบรรยาย</h3>' in told
    assert '<strong><span lang="en">Words</span></strong> <small>หัวข้อไทยเป็นคำแปลของเรา</small>' in told


def test_the_form_as_a_whole_is_told_with_its_rules_and_dates() -> None:
    told = words(pages()[f"en/{FORM}"])
    assert "Sections: 6 seen, 1 inferred, 0 not found" in told
    assert "known for 1 of the 2 sections that have a limit" in told
    assert "Languages of the answers English seen" in told
    assert "Written where there is nothing to say Nothing to report seen" in told
    assert "Photos 1 in number · largest file size not known seen" in told
    assert "Size of the whole submission at most 20 MB inferred from an earlier call" in told
    assert "Deadline 30 June 2021 seen" in told
    assert "The number of links allowed not found" in told
    assert "How much of the official form was read All of the form was read" in told


def test_progress_counts_sections_words_and_what_is_missing() -> None:
    progress = progress_of(submission(), None)
    assert progress.states == {"approved": 1, "reviewed": 1, "draft": 3, "empty": 1}
    assert (progress.total, progress.words, progress.missing) == (6, 26, 2)
    (role,) = progress.to_supply
    assert role.who == Message("เทศบาลตัวอย่าง", "The sample municipality")
    assert [(one.id, part.what.en) for one, part in role.parts] == [
        ("contact", "E-mail of the person to write to"),
        ("photos", "One photo with its cession of rights"),
    ]
    assert {lack.code: lack.count for lack in progress.lacks} == {
        "not-approved": 4,
        "gap": 2,
        "photo-count": 1,
    }


def test_each_section_shows_state_length_limit_and_what_stands_behind_it() -> None:
    page = pages()[f"en/{SUBMISSION}"]
    assert row(page, "words") == (
        "1.1 Words The city has 337,230 sample trees. It records 1 sweet(s). approved The sample director, "
        "2 March 2026 10 words · 57 characters the form allows 20 words Sample evidence sources cited: 1"
    )
    assert row(page, "things") == (
        "(1.2?) Projects Sample initiative · Sample sweet fair reviewed The sample secretary, "
        "28 February 2026 11 words · 61 characters the form's limit is not known "
        "the team's own limit is 40 words items: 2 of at most 2 sources cited: 1"
    )
    assert row(page, "photos") == "Annex Photos empty 1 to supply"
    assert row(page, "about") == "1 About the city"
    assert 'href="../../../evidence/local-know-how/"' in page
    assert 'href="../../forms/sample-form/#section-things"' in page


def test_the_notice_stands_before_everything_else() -> None:
    for lang, notice in (("th", "เป็นตัวอย่าง ไม่ใช่เอกสารจริง"), ("en", "A sample, not a real submission")):
        body = pages()[f"{lang}/{SUBMISSION}"].split("\n# ")[1]
        assert words(body.split("\n## ")[0].splitlines()[2]) == notice
        assert notice in pages()[f"{lang}/help/dossier/index.md"]


@pytest.mark.parametrize(
    ("id", "lang", "said"),
    [
        ("words", "th", Said("เมืองนี้มีต้นตัวอย่าง 337,230 ต้น บันทึกขนมไว้ 1 ชนิด", "th")),
        ("things", "th", Said("โครงการตัวอย่าง · งานขนมตัวอย่าง", "th")),
        ("contact", "en", Said("Sample institute", "en")),
        ("field", "th", Said("Sweets", "en")),
        ("photos", "en", Said()),
    ],
)
def test_an_answer_is_shown_by_how_it_begins(id: str, lang: str, said: Said) -> None:
    found = first_line(submission(), submission().section(id), lang)  # type: ignore[arg-type]
    assert found == said


def test_sources_of_an_answer_are_counted_once() -> None:
    assert sources_of(submission().section("words")) == ("sample-page",)
    assert sources_of(submission().section("photos")) == ()


def test_the_age_of_figures_is_judged_only_where_the_day_is_known() -> None:
    assert "The age of figures is not judged here" in pages()[f"en/{SUBMISSION}"]
    assert "Old figures" not in pages()[f"en/{SUBMISSION}"]
    later = pages("2060-01-02")[f"en/{SUBMISSION}"]
    assert "The age of figures is counted to 2 January 2060." in later
    assert "Old figures" in later
    assert "อายุของตัวเลขนับถึง 2 มกราคม พ.ศ. 2603" in pages("2060-01-02")[f"th/{SUBMISSION}"]
    assert progress_of(submission(), date(2060, 1, 2)).lacks[0].code == "old-figure"


def test_every_kind_of_shortcoming_has_words() -> None:
    found = inspect.getsource(checks) + inspect.getsource(photo_checks)
    codes = set(re.findall(r'(?:_short|PhotoFault)\(\s*"([a-z-]+)"', found))
    assert {"gap", "over-limit", "photo-small"} <= codes
    for lang in ("th", "en"):
        for code in codes - {"photo-consent", "photo-file", "photo-small", "photo-shrunk"}:
            assert labels(lang)[f"lack-{code}"]  # type: ignore[arg-type]


def test_photos_are_told_in_number_and_letters_by_their_state() -> None:
    told = words(pages()[f"en/{SUBMISSION}"])
    assert "Photos asked for: 1 · chosen: 0 · with cession of rights: 0" in told
    assert photo_count(submission()) == PhotoCount(1, 0, 0)
    full = submission()
    answer = full.answers["photos"]
    letter = next(one for one in full.form.sections if one.id == "photos").model_copy(update={"id": "letter"})
    form = full.form.model_copy(update={"sections": (*full.form.sections, letter)})
    held = answer.model_copy(update={"section": "letter", "held": (HELD,)})
    more = replace(full, form=form, answers={**full.answers, "letter": held})
    values = {"repository": "", "progress": progress_of(more, None)}
    page = _write(more.catalogue, "en", SUBMISSION, "dossier_submission.md.jinja", values)
    assert "held Letter of support · no. 12/2564 · dated 3 May 2021 · kept by: The sample institute" in words(
        page
    )
    missing = "not held One photo with its cession of rights To be supplied by: The sample municipality"
    assert missing in words(page)


def test_no_document_is_offered_and_the_way_to_it_is_told() -> None:
    page = pages()[f"en/{SUBMISSION}"]
    assert "    .venv/bin/gastro dossier sample-submission --draft\n" in page
    assert " download" not in page.replace("for download:", "")
    assert re.findall(r"\.(?:docx|pdf|zip)\b", page) == [".zip"]


def test_nothing_private_reaches_the_pages(tmp_path: Path) -> None:
    """Consents that hold change no page, and what they allow stands on none; nor do ids of photos."""
    planted = plant(tmp_path)
    answer = planted.content / "dossier/sample-submission/photos.yml"
    answer.write_text(f"{answer.read_text(encoding='utf-8')}photos: [zqagreed, zqfaceless]\n", "utf-8")
    records = load(planted.content).catalogue
    consents, problems = load_private(planted.private, records)
    assert problems == ()
    held = {use: granted(consents, use, date(2026, 6, 1)) for use in ("public-web", "dossier")}
    assert held["public-web"]
    without, *others = (
        dossier_of(records, planted.content, Setting(granted=given)) for given in ({}, *held.values())
    )
    assert set(without) == PATHS
    assert others == [without, without]
    find = Finder(planted.secret | planted.granted | planted.kept | planted.free)
    assert find(b"zqphone-value") == {"zqphone-value"}
    for path, text in without.items():
        assert find(text.encode("utf-8")) == set(), path
        assert "zq" not in text, path
    assert "Photos without cession of rights" in without[f"en/{SUBMISSION}"]


def test_without_a_dossier_the_lists_say_so(tmp_path: Path) -> None:
    found = dossier_of(load(SAMPLE).catalogue, tmp_path, Setting())
    assert set(found) == {path for path in PATHS if path.endswith("index.md")}
    assert "There is no document in content/dossier/ yet." in found["en/help/dossier/index.md"]
    assert "There is no form in content/dossier/forms/ yet." in found["en/help/forms/index.md"]


def test_an_unsound_dossier_leaves_the_lists_empty(tmp_path: Path) -> None:
    content = shutil.copytree(SAMPLE, tmp_path / "content")
    sound = dossier_of(load(content).catalogue, content, Setting())
    assert set(sound) == PATHS
    answer = content / "dossier/sample-submission/words.yml"
    answer.write_text(answer.read_text(encoding="utf-8").replace("[local-know-how]", "[not-there]"), "utf-8")
    assert len(dossier_of(load(content).catalogue, content, Setting())) == 4


def test_pages_of_what_is_gone_are_removed(tmp_path: Path) -> None:
    write_pages(pages(), tmp_path)
    kept = {path: text for path, text in pages().items() if "sample-" not in path}
    removed = write_pages(kept, tmp_path)
    assert {file.relative_to(tmp_path).as_posix() for file in removed} == PATHS - set(kept)


def test_pages_are_found_and_stand_below_their_list() -> None:
    found = {one.address: one for one in findables(catalogue(), {}, pages(), "en")}
    assert found["pages/help/forms/sample-form"].title == "Sample form"
    assert "Its number is likely 1.2" in found["pages/help/forms/sample-form"].text
    linked = LinkedData(load(SAMPLE).catalogue, Setting(), heads(pages()))
    way = linked.graph(f"en/{SUBMISSION}")["@graph"][-1]["itemListElement"]
    assert [step["item"]["@id"].removeprefix(SITE) for step in way] == [
        "en/",
        "en/help/dossier/",
        "en/help/dossier/sample-submission/",
    ]


def test_hosts_are_shown_short() -> None:
    assert host("https://www.example.org/a/b") == "example.org"

"""Different mistakes planted in a copy of records: each found once, on its line."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from gastro.cli import cli

SAMPLE = Path(__file__).parents[1] / "sample"

DESSERT = """\
name:
  th: ขนมทดลอง {number}
  en: Trial sweet {number}
gloss: {{th: ขนม, en: a sweet}}
categories: [baked]
tie: signature
confidence: strong
summary:
  th: ขนมนี้อบ [^sample-book]
  en: It is baked. [^sample-book]
season: [2, 3]
found_at: [tambon-tua-yang]
sources:
  tie: [sample-book]
  season: [sample-book]
  found_at: [sample-book]
"""
PRODUCER = """\
name: {{th: ร้านทดลอง {number}, en: Trial shop {number}}}
kind: shop
confidence: strong
status: active
since: 1950
confirmed: 2025-09-08
coordinates: {{lat: 13.1, lon: 99.95, exactness: approximate}}
sources:
  status: [sample-page]
  since: [sample-page]
  confirmed: [sample-page]
  coordinates: [sample-page]
"""
SOURCE = """\
title: แหล่งทดลอง {number}
language: th
kind: book
"""
ROUTE = """\
name: {{th: เส้นทางทดลอง {number}, en: Trial route {number}}}
confidence: strong
stops:
  - id: shop
    producer: ran-tua-yang
  - id: tambon
    place: tambon-tua-yang
sources:
  stops: [sample-page]
"""
ANSWER = """\
section: words
review: {{state: draft}}
passages:
  - id: trial
    th: เมืองนี้อบขนม [^sample-book]
    en: The city bakes. [^sample-book]
"""
CONTACT = """\
section: contact
review: {{state: draft}}
fields:
  - id: office
    label: {{th: สำนักงานทดลอง, en: Trial office}}
"""
CHOICE = """\
section: field
review: {{state: draft}}
choice: Sweets
"""
EXCEPTIONS = """\
exceptions:
  - code: unused-source
    path: sources/no.yml
    reason: {{th: ก, en: a}}
"""


@dataclass(frozen=True)
class Planted:
    """A sound record but for one mistake: ``old`` is replaced by ``new``.

    ``at`` is a text on the line that must be named; empty means line 1.
    """

    code: str
    old: str
    new: str
    at: str
    text: str = DESSERT
    path: str = "desserts/trial-{number}.yml"


def _route(code: str, old: str, new: str, at: str) -> Planted:
    return Planted(code, old, new, at, ROUTE, "routes/trial-{number}.yml")


def _producer(code: str, old: str, new: str, at: str) -> Planted:
    return Planted(code, old, new, at, PRODUCER, "producers/trial-{number}.yml")


def _answer(code: str, old: str, new: str, at: str, text: str = ANSWER) -> Planted:
    """In a submission of its own, as a section is answered once."""
    section = text.partition("\n")[0].removeprefix("section: ")
    return Planted(code, old, new, at, text, f"dossier/answered-{{number}}/{section}.yml")


MISTAKES = (
    Planted("misspelt-field", "categories:", "catagories:", "catagories:"),
    Planted("unknown-field", "tie: signature", "tie: signature\nprice: 50", "price"),
    Planted("missing-field", "confidence: strong\n", "", "name:"),
    Planted("missing-language", "  en: Trial sweet {number}\n", "", "name:"),
    Planted("misspelt-choice", "confidence: strong", "confidence: stong", "stong"),
    Planted("misspelt-term", "tie: signature", "tie: signatur", "tie: signatur"),
    Planted("unknown-term", "[baked]", "[microwaved]", "microwaved"),
    Planted("unknown-reference", "[tambon-tua-yang]", "[phuket]", "phuket"),
    Planted("misspelt-reference", "[tambon-tua-yang]", "[tambon-tua-yan]", "found_at: [tambon-tua-yan]"),
    Planted("allergens-typed", "tie: signature", "tie: signature\nallergens: [egg]", "allergens"),
    Planted("expected-list", "[baked]", "baked", "categories"),
    Planted("bad-month", "season: [2, 3]", "season: [2, 13]", "season: [2, 13]"),
    Planted("not-a-whole-number", "season: [2, 3]", "season: [02, 3]", "season: [02, 3]"),
    Planted("duplicate-key", "tie: signature", "tie: signature\ntie: general", "tie: general"),
    Planted("duplicate-name", "Trial sweet {number}", "Sample-Sweet", "Sample-Sweet"),
    Planted("id-differs", "name:\n", "id: other\nname:\n", "id: other"),
    Planted(
        "former-id-in-use",
        "tie: signature",
        "tie: signature\nrenamed_from: [once-ours, khanom-tua-yang]",
        "renamed_from: [once-ours, khanom-tua-yang]",
    ),
    Planted(
        "former-id-twice",
        "tie: signature",
        "tie: signature\nrenamed_from: [once-ours]",
        "renamed_from: [once-ours]",
    ),
    Planted("uncited-text", "ขนมนี้อบ [^sample-book]", "ขนมนี้อบ", "th: ขนมนี้อบ"),
    Planted("uncited-value", "  season: [sample-book]\n", "", "season: [2, 3]"),
    Planted(
        "source-for-nothing", "  season: [sample", "  saeson: [sample-book]\n  season: [sample", "saeson"
    ),
    Planted("html-in-text", "It is baked.", "It is <b>baked</b>.", "<b>"),
    Planted("bad-link", "It is", "It [is](javascript:alert)", "javascript:"),
    Planted("personal-data", "It is baked.", "Call 032 555 0123.", "032 555 0123"),
    Planted("wrong-language", "th: ขนมนี้อบ", "th: It is baked", "th: It is baked"),
    Planted("tab", "  en: Trial", "\ten: Trial", "\ten:"),
    Planted("quote-not-closed", "tie: signature", 'tie: "signature', 'tie: "'),
    Planted("alias", "tie: signature", "tie: *signature", "*signature"),
    Planted("wrong-encoding", "name:\n", "name:  # ขนม\n", "name:"),
    Planted("file-empty", "", "", "", "# \n"),
    Planted("yaml-suffix", "", "", "", DESSERT, "desserts/trial-{number}.yaml"),
    Planted("unused-source", "", "", "title", SOURCE, "sources/trial-{number}.yml"),
    Planted(
        "bad-address", "kind: book", "kind: book\nurl: www.x.th", "url", SOURCE, "sources/trial-{number}.yml"
    ),
    Planted("stale-exception", "", "", "code:", EXCEPTIONS, "exceptions.yml"),
    _producer("buddhist-year", "confirmed: 2025-09-08", "confirmed: 2568-09-08", "2568-09-08"),
    _producer("impossible-date", "confirmed: 2025-09-08", "confirmed: 2025-02-30", "2025-02-30"),
    _producer("dates-disagree", "since: 1950", "since: 2026", "confirmed: 2025"),
    _producer("outside-thailand", "lat: 13.1", "lat: 99.9", "lat: 99.9"),
    _route(
        "stop-unclear", "  - id: tambon\n", "  - id: tambon\n    producer: ran-tua-yang\n", "- id: tambon"
    ),
    _route("route-too-short", "  - id: tambon\n    place: tambon-tua-yang\n", "", "stops:"),
    Planted("dossier-out-of-place", "", "", "", ANSWER, "dossier/trial-{number}.yml"),
    Planted("answer-misnamed", "", "", "section: words", ANSWER, "dossier/answered-{number}/wrods.yml"),
    Planted("answer-without-submission", "", "", "", ANSWER, "dossier/trial-{number}/words.yml"),
    _answer("unknown-section", "section: words", "section: wrods", "section: wrods"),
    _answer("unknown-form-field", "id: office", "id: ofice", "id: ofice", CONTACT),
    _answer("answer-does-not-fit", "passages:", "choice: Sweets\npassages:", "choice: Sweets"),
    _answer("not-a-form-choice", "choice: Sweets", "choice: Swets", "choice: Swets", CHOICE),
    _answer("private-in-answer", "id: office", "id: email", "id: email", CONTACT),
    _answer("unknown-count", "bakes.", "bakes {{ count:sweets }}.", "count:sweets"),
)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("planted") / "content"
    shutil.copytree(SAMPLE, content)
    for number, mistake in enumerate(MISTAKES):
        text = mistake.text.format(number=number)
        old = mistake.old.format(number=number)
        assert old in text
        if old:
            text = text.replace(old, mistake.new, 1)
        encoding = "tis-620" if mistake.code == "wrong-encoding" else "utf-8"
        file = content / _path(mistake)
        file.parent.mkdir(exist_ok=True)
        if file.parent.name.startswith("answered-"):
            shutil.copy(SAMPLE / "dossier/sample-submission/submission.yml", file.parent)
        file.write_text(text, encoding=encoding)
    return content


def _path(mistake: Planted) -> str:
    return mistake.path.format(number=MISTAKES.index(mistake))


@pytest.fixture(scope="module")
def found(planted: Path) -> list[dict[str, object]]:
    result = CliRunner().invoke(cli, ["check", "--content", str(planted), "--format", "json"])
    assert result.exit_code == 1
    return list(json.loads(result.stdout))


def test_every_mistake_is_found_once_and_nothing_else(found: list[dict[str, object]]) -> None:
    named = sorted((str(one["code"]), str(one["file"]).partition("content/")[2]) for one in found)
    assert named == sorted((mistake.code, _path(mistake)) for mistake in MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.code)
def test_the_line_is_named(mistake: Planted, planted: Path, found: list[dict[str, object]]) -> None:
    one = next(one for one in found if one["code"] == mistake.code)
    lines = (planted / _path(mistake)).read_bytes().decode("utf-8", "replace").split("\n")
    if mistake.at:
        assert mistake.at in lines[int(str(one["line"])) - 1]
    else:
        assert one["line"] == 1


def test_problems_come_sorted_by_file_and_line(found: list[dict[str, object]]) -> None:
    places = [(str(one["file"]), int(str(one["line"])), int(str(one["column"]))) for one in found]
    assert places == sorted(places)


def test_both_languages_say_what_is_wrong_and_how_to_mend_it(found: list[dict[str, object]]) -> None:
    for one in found:
        for part in ("message", "hint"):
            words = one[part]
            assert isinstance(words, dict)
            assert words["th"]
            assert words["en"]
            assert words["th"] != words["en"]

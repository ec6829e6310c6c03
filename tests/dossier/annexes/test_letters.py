"""Letters and their state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gastro.catalogue import load
from gastro.catalogue.dossier_files import load_dossier, with_dossier
from gastro.dossier.annexes.letters import letters
from gastro.dossier.assembly import Writer, submission_document
from gastro.dossier.document import Heading, Paragraph, Table
from gastro.dossier.filled import Filled
from gastro.dossier.manifest import texts
from gastro.dossier.word.text import every_run
from gastro.records.submissions import HeldPaper
from gastro.rules import run
from tests.dossier.conftest import WHEN, Changed
from tests.dossier.test_checks import told as lacking

LETTER = """\
  - id: letter
    title: {th: หนังสือ, en: Letter of the mayor}
    asks: {th: หนังสือ 1 ฉบับ, en: One letter}
    kind: attachment
    known: {mark: seen, source: https://example.org/form}
  - id: photos
"""
HELD = HeldPaper.model_validate(
    {
        "id": "letter",
        "what": {"th": "หนังสือสนับสนุน", "en": "Letter of support"},
        "reference": "12/2564",
        "date": "2021-05-03",
        "kept_by": "sample-institute",
    }
)


def told(filled: Filled) -> list[list[str]]:
    heading, *rest = letters(Writer(filled, "en", filled.wording("en")))
    assert isinstance(heading, Heading)
    if isinstance(rest[-1], Paragraph):
        return [[run.text for run in rest[-1].runs]]
    assert isinstance(rest[-1], Table)
    return [["".join(run.text for run in cell) for cell in row] for row in rest[-1].rows]


def test_a_form_without_letters_says_so(sample: Filled) -> None:
    assert told(sample) == [["This form asks for no letters."]]


def test_a_letter_that_nobody_spoke_of_is_not_held(changed: Changed) -> None:
    full = changed(("dossier/forms/sample-form.yml", "  - id: photos\n", LETTER))
    assert told(full) == [["Letter of the mayor", "Required", "Not held here", "–"]]


def test_a_letter_that_is_missing_has_somebody_to_supply_it(changed: Changed) -> None:
    full = changed(("dossier/forms/sample-form.yml", "  - id: photos\n", LETTER))
    answers = {**full.answers, "letter": full.answers["photos"].model_copy(update={"section": "letter"})}
    assert told(replace(full, answers=answers)) == [
        [
            "Letter of the mayor",
            "Required",
            "Not held: One photo with its cession of rights",
            "The sample municipality",
        ]
    ]


def test_a_letter_that_is_held_elsewhere_has_its_date_and_keeper(changed: Changed) -> None:
    full = changed(("dossier/forms/sample-form.yml", "  - id: photos\n", LETTER))
    answer = full.answers["photos"].model_copy(update={"section": "letter", "held": (HELD,)})
    line = "Held: Letter of support · no. 12/2564 · dated 3 May 2021 · kept by: The sample institute"
    held = replace(full, answers={**full.answers, "letter": answer})
    assert told(held) == [
        ["Letter of the mayor", "Required", line, "–"],
        [
            "Letter of the mayor",
            "Required",
            "Not held: One photo with its cession of rights",
            "The sample municipality",
        ],
    ]
    written = submission_document(held, WHEN.as_of, "0", draft=True)
    assert line in [run.text for run in every_run(written.blocks)]
    assert dict(texts(held))["letter/held/letter"] == line.removeprefix("Held: ")
    assert held.section("letter").state == "draft"


def test_a_required_letter_that_is_held_is_not_empty(changed: Changed) -> None:
    full = changed(("dossier/forms/sample-form.yml", "  - id: photos\n", LETTER))
    answer = full.answers["photos"].model_copy(update={"section": "letter", "missing": ()})
    empty = replace(full, answers={**full.answers, "letter": answer})
    assert lacking(empty, "empty") == [("letter", "A required section is empty.")]
    with_letter = answer.model_copy(update={"held": (HELD,)})
    held = replace(full, answers={**full.answers, "letter": with_letter})
    assert lacking(held, "empty") == []


def test_only_an_attachment_or_a_statement_is_held(changed: Changed, tmp_path: Path) -> None:
    paper = (
        "held:\n  - id: letter\n    what: {th: หนังสือ, en: Letter}\n    date: 2021-05-03\n"
        "    kept_by: sample-institute\n"
    )
    changed(("dossier/sample-submission/photos.yml", "section: photos\n", f"section: photos\n{paper}"))
    content = tmp_path / "content"
    words = content / "dossier/sample-submission/words.yml"
    words.write_text(f"{words.read_text(encoding='utf-8')}{paper}", encoding="utf-8")
    found = run(with_dossier(load(content), load_dossier(content)))
    assert [(one.code, one.path) for one in found] == [
        ("answer-does-not-fit", "dossier/sample-submission/words.yml")
    ]

"""Letters and their state."""

from __future__ import annotations

from dataclasses import replace

from gastro.dossier.annexes.letters import letters
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Heading, Paragraph, Table
from gastro.dossier.filled import Filled
from tests.dossier.conftest import Changed

LETTER = """\
  - id: letter
    title: {th: หนังสือ, en: Letter of the mayor}
    asks: {th: หนังสือ 1 ฉบับ, en: One letter}
    kind: attachment
    known: {mark: seen, source: https://example.org/form}
  - id: photos
"""


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

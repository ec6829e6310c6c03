"""From the cited text of an answer to runs: the language of words, references, notes."""

from __future__ import annotations

from gastro.dossier.document import Run
from gastro.dossier.filled import Filled
from gastro.dossier.wording import Citing, Wording


def test_thai_words_in_an_english_text_are_marked_as_thai(sample: Filled) -> None:
    text = "The sweet (in Thai ขนมตาล ถวาย) is *old: เก่า*. [^sample-page]"
    assert sample.wording("en").line(text) == (
        Run("The sweet (in Thai "),
        Run("ขนมตาล ถวาย", lang="th"),
        Run(") is "),
        Run("old: ", italic=True),
        Run("เก่า", lang="th", italic=True),
        Run("."),
        Run("[1]", raised=True, target="source-sample-page"),
    )


def test_in_a_thai_document_it_is_the_english_that_is_marked(sample: Filled) -> None:
    wording = Wording(sample.catalogue, "en", "th", "https://example.org/", Citing())
    assert wording.line("In Thai: ขนมตาล!") == (
        Run("In Thai: ", lang="en"),
        Run("ขนมตาล"),
        Run("!", lang="en"),
    )


def test_a_link_is_one_whatever_is_written_in_it(sample: Filled) -> None:
    runs = sample.wording("en").line("See [the cake ขนม](desserts/khanom-tua-yang) there.")
    assert [(run.text, run.lang, run.origin) for run in runs] == [
        ("See ", "", ""),
        ("the cake ขนม", "", "link:desserts/khanom-tua-yang"),
        (" there.", "", ""),
    ]

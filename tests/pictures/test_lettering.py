"""Thai drawn into pictures."""

from __future__ import annotations

import pytest
from PIL import ImageChops, ImageStat

from gastro.pictures import lettering
from gastro.pictures.lettering import Line, draw_lines, width_of

HARD = ("น้ำตาลโตนด", "ปี่ ป้า ฟ้า ฝั่ง", "กลิ่น ที่ ผู้ใหญ่ ญู ฐุ", "ขนมเปี๊ยะ")


@pytest.mark.parametrize("text", [*HARD, "Khanom mo kaeng"])
def test_both_shapers_set_marks_in_the_same_places(text: str) -> None:
    if lettering.shaper() != "raqm":
        pytest.skip("this machine has no FriBidi; resvg is used anyway")
    line = Line(text, 10, 90, 64, 700)
    one, other = (
        draw_lines((700, 130), [line], by).point([255 * (i > 127) for i in range(256)])
        for by in ("raqm", "resvg")
    )
    ink = ImageStat.Stat(one).sum[0]
    assert ink > 0
    assert ImageStat.Stat(ImageChops.difference(one, other)).sum[0] < 0.12 * ink


def test_marks_stand_above_one_another() -> None:
    """The tone mark over a vowel stands higher than over a bare consonant, and in the picture."""
    tops = [draw_lines((200, 130), [Line(text, 10, 90, 64, 700)]).getbbox() for text in ("ก", "ก่", "กี่")]
    heights = [90 - box[1] for box in tops if box]
    assert heights[0] < heights[1] < heights[2] < 90


def test_width_is_never_less_than_what_is_drawn() -> None:
    for text in (*HARD, "AVATAR To Wa", "ก" * 9):
        box = draw_lines((1400, 130), [Line(text, 10, 90, 64, 700)]).getbbox()
        assert box is not None
        assert box[2] - 10 <= width_of(text, 64, 700) + 2


def test_marks_take_no_width() -> None:
    assert width_of("กี่", 100, 400) == width_of("ก", 100, 400) > 0

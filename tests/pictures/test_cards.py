"""Share cards: their size, their bytes, and that nothing is drawn twice or cut."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from gastro.pictures import card_design, cards
from gastro.pictures.card_design import DoesNotFit, Words, draw
from gastro.pictures.card_window import SIZE, window
from gastro.pictures.cards import Card, card_assets
from gastro.project import Project

DRAWINGS = Project.here().docs / "assets" / "drawings"
MARK, STALL = DRAWINGS / "mark.svg", DRAWINGS / "kind-places-market.svg"
WORDS = Words("ขนมหม้อแกง", "เพชรบุรี เมืองแห่งขนมหวาน", "ขนม", "Khanom mo kaeng", "ขนมไข่อบจากกะทิ")
GROUND, STRIP = (0xFD, 0xF9, 0xF0), (0xF5, 0xA6, 0x23)


def _opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def _said(words: Words) -> list[str]:
    return [line.text for _, line in card_design._placed(words)]


def test_a_card_has_the_size_that_messengers_ask_for_and_is_small() -> None:
    data = draw(WORDS, window(STALL), MARK)
    card = Image.open(BytesIO(data))
    assert (card.format, card.size, card.mode) == ("PNG", (1200, 630), "P")
    assert len(data) < 60_000


def test_the_panel_is_warm_and_the_picture_keeps_its_colours() -> None:
    card = _opened(draw(WORDS, window(STALL), MARK))
    assert card.getpixel((5, 5)) == GROUND
    assert card.getpixel((600, 625)) == STRIP
    assert card.getpixel((1195, 5)) == (0xDB, 0xE7, 0xEE)  # the wall of the drawing, drawn on to the edge
    assert (0x5B, 0x32, 0x16) in {
        colour for _, colour in card.crop((0, 0, 660, 500)).getcolors(400_000) or ()
    }


def test_the_same_words_and_picture_give_the_same_bytes() -> None:
    assert draw(WORDS, window(STALL), MARK) == draw(WORDS, window(STALL), MARK)


@pytest.mark.parametrize("length", [20, 60, 120, 200])
@pytest.mark.parametrize(
    "script", ["การพัฒนาผลิตภัณฑ์ขนมหวานเมืองเพชร", "Development of the sweets of the province "]
)
def test_long_names_are_set_whole(script: str, length: int) -> None:
    name = (script * 20)[:length].strip()
    name = name.rstrip("เแโใไ")
    words = Words(name, "เพชรบุรี", "ผลงานวิจัย", name, "โครงการวิจัย · พ.ศ. 2566")
    placed = "".join(_said(words)).replace(" ", "")
    assert placed == "".join((words.label, words.name, words.other, words.note)).replace(" ", "")
    for _, line in card_design._placed(words):
        assert line.size >= 18
        assert 56 <= line.y <= 500


def test_what_is_too_long_is_refused_not_cut() -> None:
    with pytest.raises(DoesNotFit):
        draw(Words("ก" * 400, "เพชรบุรี"), window(STALL), MARK)


def test_letters_stay_on_the_panel() -> None:
    words = Words("วิสาหกิจชุมชนกลุ่มมัลเบอร์รี่และผักยิ้มเกษตรอินทรีย์", "เพชรบุรี", "ผู้ผลิต", "", "")
    panel = card_design._panel(words)
    box = panel.getbbox()
    assert box is not None
    assert box[0] >= 50
    assert box[2] <= 660 - 50


def test_a_photo_is_cut_to_the_window(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (480, 320), (200, 30, 40)).save(photo, quality=95)
    shown = window(photo)
    assert len(shown.numbers) == SIZE[0] * SIZE[1]
    red, green, blue = shown.palette[shown.numbers[0] * 3 : shown.numbers[0] * 3 + 3]
    assert abs(red - 200) + abs(green - 30) + abs(blue - 40) < 12


def test_unchanged_cards_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def counting(words: Words, *rest: object) -> bytes:
        drawn.append(words.name)
        return b"card of " + words.name.encode()

    monkeypatch.setattr(cards, "draw", counting)
    picture = tmp_path / "stall.svg"
    picture.write_bytes(STALL.read_bytes())

    def made(*names: str) -> dict[str, bytes]:
        orders = [Card(f"assets/cards/th/{name}.png", Words(name, "เพชร"), picture, MARK) for name in names]
        return {path: file.read_bytes() for path, file in card_assets(orders, tmp_path / "cache")}

    assert made("a", "b") == {"assets/cards/th/a.png": b"card of a", "assets/cards/th/b.png": b"card of b"}
    assert drawn == ["a", "b"]
    made("a", "b")
    assert drawn == ["a", "b"]
    made("a", "b", "c")
    assert drawn == ["a", "b", "c"]
    picture.write_text(picture.read_text(encoding="utf-8").replace("#dbe7ee", "#cfe3da"), encoding="utf-8")
    made("a", "b", "c")
    assert sorted(drawn) == ["a", "a", "b", "b", "c", "c"]


def test_many_cards_are_drawn_in_other_processes_with_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = [Card(f"{name}.png", Words(name, "เพชร"), STALL, MARK) for name in ("ตังเม", "ตะโก้", "กะละแม")]
    here = {path: file.read_bytes() for path, file in card_assets(orders, tmp_path / "here")}
    monkeypatch.setattr(cards, "_MANY", 1)
    there = {path: file.read_bytes() for path, file in card_assets(orders, tmp_path / "there")}
    assert here == there
    assert not list((tmp_path / "there").glob(".half-*"))


def test_the_digest_takes_in_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card("a.png", WORDS, STALL, MARK)
    digest = cards._digester()(card)
    others = [
        Card("a.png", Words("อื่น", WORDS.site), STALL, MARK),
        Card("a.png", WORDS, MARK, MARK),
        Card("a.png", WORDS, STALL, STALL),
    ]
    assert digest == cards._digester()(Card("elsewhere.png", WORDS, STALL, MARK))
    assert digest not in [cards._digester()(other) for other in others]
    monkeypatch.setattr(cards, "VERSION", "other")
    assert digest != cards._digester()(card)
    assert json.dumps(digest).strip('"').isalnum()

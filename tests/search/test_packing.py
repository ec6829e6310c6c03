"""Letters that change places come back, and the index gets smaller for it."""

from __future__ import annotations

import gzip

from hypothesis import given
from hypothesis import strategies as st

from gastro.search.packing import Swap, swap_for

_TEXTS = st.lists(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("กขคงจฉABCxyz ๐๑ ้ำ"))))


@given(_TEXTS)
def test_swapping_twice_gives_back_any_text(texts: list[str]) -> None:
    swap = swap_for(texts)
    assert [swap.apply(swap.apply(text)) for text in texts] == texts


def test_the_commonest_thai_letters_take_the_place_of_the_rarest_others() -> None:
    assert swap_for(["กกกกข AAAA B"]) == Swap("กข", "!#")


def test_nothing_is_swapped_where_nothing_is_gained() -> None:
    assert swap_for(["no Thai here"]) == Swap()


def test_what_means_something_in_a_script_stays() -> None:
    swap = swap_for(["".join(map(chr, range(0x0E01, 0x0E5C)))])
    assert not set("\"'\\<>&|[],/ -\n") & set(swap.left + swap.right)


def test_thai_gets_smaller() -> None:
    text = "ขนมหม้อแกงเป็นขนมอบจากไข่ หัวกะทิ และน้ำตาลโตนด เป็นของขึ้นชื่อประจำจังหวัดเพชรบุรี"
    packed = swap_for([text]).apply(text)
    assert len(gzip.compress(packed.encode())) < 0.8 * len(gzip.compress(text.encode()))

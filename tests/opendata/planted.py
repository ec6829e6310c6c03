"""Records with values that must not get out, and a search for them in whatever was made.

Each value is a word that stands nowhere else. It is looked for as it is and in the guises a program
might give it: as address, base64, UTF-16, JSON or HTML escapes, in packed files and in databases.
"""

from __future__ import annotations

import base64
import gzip
import io
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from PIL import Image

SAMPLE = Path(__file__).parents[1] / "sample"
SHOP = "producers/ran-tua-yang"
PHOTO = """\
file: {id}.jpg
alt: {{th: "{id}ที่เห็นในภาพ", en: "{id}-alternative"}}
caption: {{th: "{id}คำบรรยาย", en: "{id}-caption"}}
photographer: {{th: "{id}ผู้ถ่าย", en: "{id}-photographer"}}
rights_holder: {{th: "{id}ผู้ถือสิทธิ์", en: "{id}-holder"}}
licence: {licence}
people_shown: {people}
"""
CONSENT = """\
record: {record}
item: {item}
value: {{th: "{id}ค่า", en: "{id}-value"}}
grants:
  - {{use: {use}, given: {given}, by: "{id}ผู้ให้", how: {{th: "{id}วิธี", en: "{id}-way"}}{more}}}
"""


@dataclass
class Planted:
    """A copy of the sample records with a private folder.

    ``secret`` is in no output at all; ``granted`` is on pages when the private folder is given, and
    never in the data; ``kept`` is on pages always, and never in the data; ``free`` is in the data.
    """

    content: Path
    private: Path
    secret: set[str] = field(default_factory=set)
    granted: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    free: set[str] = field(default_factory=set)


def plant(folder: Path) -> Planted:
    """Write the records below ``folder``."""
    made = Planted(Path(shutil.copytree(SAMPLE, folder / "content")), folder / "private")
    (made.content / "photos").mkdir()
    (made.private / "consents").mkdir(parents=True)
    _photo(made, "zqfaceless", made.secret, people="recognisable")
    _photo(made, "zqwithdrawn", made.secret, people="recognisable")
    _photo(made, "zqagreed", made.granted, people="recognisable")
    _photo(made, "zqkept", made.kept, licence="by-permission")
    _photo(made, "zqfree", made.free)
    _show(made, SHOP, "zqfaceless", "zqwithdrawn", "zqagreed", "zqfree")
    _show(made, "ingredients/khai", "zqkept")
    _consent(made, "zqagreedpaper", made.secret, record="photos/zqagreed", item="photo")
    _consent(
        made, "zqgonepaper", made.secret, record="photos/zqwithdrawn", item="photo", withdrawn="2025-03-01"
    )
    _consent(made, "zqphone", made.granted)
    _consent(made, "zqdossier", made.secret, use="dossier")
    _consent(made, "zqprint", made.secret, use="print", item="map-point")
    _consent(made, "zqover", made.secret, until="2025-12-31")
    _consent(made, "zqtaken", made.secret, withdrawn="2025-03-01")
    _consent(made, "zqlater", made.secret, given="2099-01-01")
    _consent(made, "zqname", made.secret, use="dossier", item="name")
    return made


def _photo(
    made: Planted, id: str, words: set[str], *, licence: str = "cc-by-4-0", people: str = "none"
) -> None:
    text = PHOTO.format(id=id, licence=licence, people=people)
    (made.content / "photos" / f"{id}.yml").write_text(text, encoding="utf-8")
    picture = Image.linear_gradient("L").resize((1200, 900)).convert("RGB")
    hidden = Image.Exif()
    for tag in (0x010E, 0x013B, 0x8298):  # description, artist, copyright
        hidden[tag] = f"{id}-hidden"
    picture.save(made.content / "photos" / f"{id}.jpg", exif=hidden)
    words |= {f"{id}-caption", f"{id}คำบรรยาย", f"{id}-alternative", f"{id}-photographer"}
    made.secret.add(f"{id}-hidden")


def _show(made: Planted, record: str, *ids: str) -> None:
    file = made.content / f"{record}.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}photos: [{', '.join(ids)}]\n", encoding="utf-8")


def _consent(
    made: Planted,
    id: str,
    words: set[str],
    *,
    record: str = SHOP,
    item: str = "phone",
    use: str = "public-web",
    given: str = "2025-01-10",
    **more: str,
) -> None:
    ends = "".join(f", {name}: {value}" for name, value in more.items())
    text = CONSENT.format(id=id, record=record, item=item, use=use, given=given, more=ends)
    (made.private / "consents" / f"{id}.yml").write_text(text, encoding="utf-8")
    words |= {f"{id}-value", f"{id}ค่า"}
    made.secret |= {f"{id}-way", f"{id}วิธี", f"{id}ผู้ให้"}


def guises(word: str) -> Iterator[bytes]:
    """A word as it might stand in a file."""
    plain = word.encode("utf-8")
    yield plain
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield quote(word, safe="").encode("ascii")
    yield quote(word, safe="").lower().encode("ascii")
    yield "".join(f"\\u{ord(sign):04x}" if ord(sign) > 127 else sign for sign in word).encode("ascii")
    yield "".join(f"&#{ord(sign)};" if ord(sign) > 127 else sign for sign in word).encode("ascii")
    yield "".join(f"&#x{ord(sign):x};" if ord(sign) > 127 else sign for sign in word).encode("ascii")
    for before in range(3):  # wherever in a group of three octets it begins
        packed = base64.b64encode(b"\0" * before + plain)
        start, end = (0, 2, 3)[before], len(packed) - (0, 3, 2)[(before + len(plain)) % 3]
        yield packed[start:end] if (before + len(plain)) % 3 else packed[start:]


class Finder:
    """Looks for many words at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_guise = {guise: word for word in words for guise in guises(word)}
        longest = sorted(self._by_guise, key=len, reverse=True)
        self._pattern = re.compile(b"|".join(map(re.escape, longest))) if longest else None

    def __call__(self, data: bytes) -> set[str]:
        """The words that stand in these bytes, or in what is packed in them."""
        return {
            self._by_guise[match]
            for layer in layers(data)
            for match in (self._pattern.findall(layer) if self._pattern else ())
        }


def layers(data: bytes) -> Iterator[bytes]:
    """The bytes, and what they hold packed: gzip, zip, the texts of a database."""
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield from layers(gzip.decompress(data))
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            for name in opened.namelist():
                yield name.encode("utf-8")
                yield from layers(opened.read(name))
    elif data.startswith(b"SQLite format 3\0"):
        database = sqlite3.connect(":memory:")
        database.deserialize(data)
        yield "\n".join(database.iterdump()).encode("utf-8")
        database.close()

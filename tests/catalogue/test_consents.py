"""Consents: what a person allowed, for which use, on which day; nothing without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.catalogue import Catalogue, Entry
from gastro.catalogue.consents import granted, load_private
from gastro.records.consents import Consent, Grant

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]

SHOP = "name: {th: ร้านทดลอง, en: Trial shop}\nkind: shop\nconfidence: strong\nstatus: active\n"
CONSENT = """\
record: producers/trial-shop
item: phone
value: {th: เบอร์ตัวอย่าง, en: sample number}
grants:
"""
GRANT = (
    "  - {{use: {use}, given: {given}, by: เจ้าของร้านทดลอง, how: {{th: เป็นหนังสือ, en: in writing}}{more}}}\n"
)


def grant(use: str = "public-web", given: str = "2024-01-10", **more: str) -> str:
    return GRANT.format(
        use=use, given=given, more="".join(f", {key}: {value}" for key, value in more.items())
    )


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture
def catalogue(catalogue_of: CatalogueOf) -> Catalogue:
    return catalogue_of({"producers/trial-shop.yml": SHOP})


@pytest.fixture
def private(tmp_path: Path) -> Callable[..., Path]:
    """Writes a private folder with these consents, by name."""

    def write(**consents: str) -> Path:
        folder = tmp_path / "private" / "consents"
        folder.mkdir(parents=True)
        for id, text in consents.items():
            (folder / f"{id}.yml").write_text(text, encoding="utf-8")
        return folder.parent

    return write


@pytest.fixture
def read(catalogue: Catalogue, private: Callable[..., Path]) -> Callable[..., tuple[Entry, ...]]:
    """Reads sound consents."""

    def load(**consents: str) -> tuple[Entry, ...]:
        entries, problems = load_private(private(**consents), catalogue)
        assert problems == ()
        return entries

    return load


@pytest.mark.parametrize(
    ("more", "on", "allowed"),
    [
        ({}, "2024-01-09", False),
        ({}, "2024-01-10", True),
        ({}, "2099-12-31", True),
        ({"until": "2024-06-30"}, "2024-06-30", True),
        ({"until": "2024-06-30"}, "2024-07-01", False),
        ({"until": "2024-06"}, "2024-06-30", True),
        ({"until": "2024-06"}, "2024-07-01", False),
        ({"withdrawn": "2024-03-05"}, "2024-03-04", True),
        ({"withdrawn": "2024-03-05"}, "2024-03-05", False),
        ({"withdrawn": "2024-03"}, "2024-02-29", True),
        ({"withdrawn": "2024-03"}, "2024-03-01", False),
        ({"until": "2024-06-30", "withdrawn": "2024-03-05"}, "2024-04-01", False),
    ],
)
def test_a_grant_holds_from_its_day_until_it_ends(
    more: dict[str, str], on: str, allowed: bool, read: Callable[..., tuple[Entry, ...]]
) -> None:
    entries = read(phone=CONSENT + grant(**more))
    assert list(granted(entries, "public-web", day(on))) == (["producers/trial-shop"] if allowed else [])


def test_a_grant_holds_for_its_own_use_alone(read: Callable[..., tuple[Entry, ...]]) -> None:
    entries = read(phone=CONSENT + grant("dossier"))
    assert granted(entries, "public-web", day("2024-05-01")) == {}
    assert granted(entries, "print", day("2024-05-01")) == {}
    held = granted(entries, "dossier", day("2024-05-01"))
    assert [consent.item for consent in held["producers/trial-shop"]] == ["phone"]


def test_a_later_grant_holds_again_after_a_withdrawal(read: Callable[..., tuple[Entry, ...]]) -> None:
    entries = read(phone=CONSENT + grant(withdrawn="2024-03-05") + grant(given="2024-09-01"))
    held = [
        bool(granted(entries, "public-web", day(on))) for on in ("2024-02-01", "2024-05-01", "2024-09-01")
    ]
    assert held == [True, False, True]


def test_only_the_items_consented_to_are_given(read: Callable[..., tuple[Entry, ...]]) -> None:
    point = CONSENT.replace("item: phone", "item: map-point")
    entries = read(phone=CONSENT + grant(), point=point + grant("print"), name=CONSENT + grant("dossier"))
    held = granted(entries, "public-web", day("2024-05-01"))
    assert {address: [one.item for one in consents] for address, consents in held.items()} == {
        "producers/trial-shop": ["phone"]
    }


def test_a_consent_without_grants_allows_nothing(read: Callable[..., tuple[Entry, ...]]) -> None:
    entries = read(phone=CONSENT.replace("grants:\n", "grants: []\n"))
    assert granted(entries, "public-web", day("2024-05-01")) == {}


dates = st.dates(date(1000, 1, 1), date(2100, 12, 31))


@given(dates, dates, dates, dates)
def test_nothing_is_allowed_outside_the_days_of_a_grant(
    given: date, until: date, withdrawn: date, on: date
) -> None:
    days = {"given": str(given), "until": str(until), "withdrawn": str(withdrawn)}
    one = Grant.model_validate({"use": "print", "by": "ก", "how": {"th": "ก", "en": "a"}, **days})
    assert one.covers("print", on) == (given <= on <= until and on < withdrawn)
    assert not one.covers("dossier", on)


@pytest.mark.parametrize("record", ["producers/no-shop", "trial-shop", "trial-shop/producers", "producers/"])
def test_a_consent_for_a_record_that_is_not_there_is_told(
    record: str, catalogue: Catalogue, private: Callable[..., Path]
) -> None:
    folder = private(phone=CONSENT.replace("producers/trial-shop", record) + grant())
    _, [problem] = load_private(folder, catalogue)
    assert (problem.code, problem.path, problem.line, problem.column) == (
        "consent-record",
        "consents/phone.yml",
        1,
        9,
    )
    assert problem.message.en == f"This consent names “{record}”, which does not exist."


def test_a_consent_that_cannot_be_read_gives_nothing(
    catalogue: Catalogue, private: Callable[..., Path]
) -> None:
    folder = private(
        a=CONSENT + grant("web"), b=CONSENT + grant().replace("given: 2024-01-10, ", ""), c="- x"
    )
    entries, problems = load_private(folder, catalogue)
    assert entries == ()
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [
        ("not-a-choice", "consents/a.yml", 5),
        ("missing-field", "consents/b.yml", 5),
        ("not-a-record", "consents/c.yml", 1),
    ]


def test_without_a_private_folder_there_are_no_consents(catalogue: Catalogue, tmp_path: Path) -> None:
    assert load_private(tmp_path / "nowhere", catalogue) == ((), ())
    assert granted((), "public-web", day("2024-05-01")) == {}


def test_a_consent_is_read_whole(read: Callable[..., tuple[Entry, ...]]) -> None:
    [entry] = read(phone=CONSENT + grant(until="2025"))
    assert isinstance(entry.record, Consent)
    assert entry.address == "consents/phone"
    assert entry.record.value is not None
    assert (entry.record.value.th, str(entry.record.grants[0].until)) == ("เบอร์ตัวอย่าง", "2025")

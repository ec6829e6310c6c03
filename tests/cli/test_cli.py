"""The command line as people use it, rightly and wrongly."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from gastro import cli as module
from gastro.catalogue import load
from gastro.cli import cli
from gastro.rules import run

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


def _run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gastro", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_sound_records(content: Path, tmp_path: Path) -> None:
    done = _run("check", "--content", "content", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "ตรวจ 41 ระเบียน ไม่พบปัญหา · 41 records, no problems\n"


def test_one_mistake_is_told_in_both_languages_with_line_and_caret(content: Path, tmp_path: Path) -> None:
    file = content / "desserts/khanom-tua-yang.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("tie: signature", "tie: signatur"), encoding="utf-8"
    )
    done = _run("check", "--content", "content", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == (
        "content/desserts/khanom-tua-yang.yml:13:6  misspelt-term  (tie)\n"
        '  ไม่มี "signatur" ในรายการ vocabulary/ties.yml หมายถึง "signature" หรือไม่\n'
        "  “signatur” is not in vocabulary/ties.yml. Did you mean “signature”?\n"
        "  13 | tie: signatur\n"
        "     |      ^\n"
        "  → เปลี่ยนเป็น signature\n"
        "  → Change it to signature.\n"
    )
    assert done.stderr == "\nพบ 1 ปัญหาใน 1 ไฟล์ · 1 problem in 1 file\n"


def test_github_marks_the_line(content: Path, tmp_path: Path) -> None:
    (content / "figures/tua-lek-tua-yang.yml").write_text("", encoding="utf-8")
    done = _run("check", "--content", "content", "--format", "github", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "::error file=content/figures/tua-lek-tua-yang.yml,line=1,col=1,title=file-empty::"
    )


def test_json_is_a_list_even_when_empty(content: Path) -> None:
    done = _run("check", "--content", str(content), "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [("check", "--content", "nowhere"), ("check", "--format", "xml"), ("bake",), ("build", "--sight", "x")],
    ids=["missing folder", "unknown format", "unknown command", "unknown option"],
)
def test_wrong_use_is_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = _run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_fault_of_ours_is_two_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise RuntimeError("a wire came loose")

    monkeypatch.setattr("gastro.cli.common.load", broken)
    monkeypatch.setattr(sys, "argv", ["gastro", "check", "--content", str(SAMPLE)])
    with pytest.raises(SystemExit) as stop:
        module.main()
    assert stop.value.code == 2
    assert "A fault of ours: RuntimeError: a wire came loose" in capsys.readouterr().err


def test_a_rule_that_crashes_is_a_problem_of_its_own(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> list[object]:
        raise KeyError("oops")

    found = run(load(content), rules=[broken])  # type: ignore[list-item]
    assert [one.code for one in found] == ["rule-crashed"]
    assert "This is our fault, not yours." in found[0].message.en


def _private(
    tmp_path: Path, *, until: str, use: str = "public-web", shop: str = "ran-tua-yang", phone: str = "0123"
) -> Path:
    folder = tmp_path / "private"
    (folder / "consents").mkdir(parents=True, exist_ok=True)
    (folder / f"consents/{shop}-phone.yml").write_text(
        f"record: producers/{shop}\n"
        "item: phone\n"
        f"value: {{th: โทร 032 555 {phone}, en: Telephone 032 555 {phone}}}\n"
        "grants:\n"
        f"  - use: {use}\n"
        "    given: 2020-01-01\n"
        "    by: the owner\n"
        "    how: {th: ลงนาม, en: signed}\n"
        f"    until: {until}\n",
        encoding="utf-8",
    )
    return folder


def test_private_values_are_shown_only_with_consent(content: Path, tmp_path: Path) -> None:
    """Consent in force, consent that is over, and consent for another use."""
    shop = (content / "producers/ran-tua-yang.yml").read_text(encoding="utf-8")
    for other in ("ran-over", "ran-elsewhere"):
        copy = shop.replace("Sample shop", f"Sample shop {other}").replace("ร้านตัวอย่าง", f"ร้านตัวอย่าง {other}")
        (content / f"producers/{other}.yml").write_text(copy, encoding="utf-8")
    _private(tmp_path, until="2099", shop="ran-tua-yang", phone="0123")
    _private(tmp_path, until="2021", shop="ran-over", phone="0456")
    private = _private(tmp_path, until="2099", use="dossier", shop="ran-elsewhere", phone="0789")
    site = tmp_path / "site"
    arguments = ["build", "--content", str(content), "--site", str(site), "--private", str(private)]
    built = CliRunner().invoke(cli, arguments)
    assert built.exit_code == 0, built.output
    files = {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }
    shown = {
        phone: sorted(path for path, data in files.items() if b"032 555 " + phone in data)
        for phone in (b"0123", b"0456", b"0789")
    }
    expected = ["en/producers/ran-tua-yang/index.html", "producers/ran-tua-yang/index.html"]
    assert shown == {b"0123": expected, b"0456": [], b"0789": []}
    assert {"producers/ran-over/index.html", "producers/ran-elsewhere/index.html"} <= files.keys()


def test_a_private_folder_under_version_control_is_refused(content: Path, tmp_path: Path) -> None:
    private = _private(tmp_path, until="2099")
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", "-C", str(private), *command], check=True)
    done = _run("check", "--content", str(content), "--private", str(private))
    assert done.returncode == 2
    assert "is under version control" in done.stderr


def test_a_consent_for_nobody_is_a_problem(content: Path, tmp_path: Path) -> None:
    private = _private(tmp_path, until="2099")
    (content / "producers/ran-tua-yang.yml").rename(content / "producers/ran-uen.yml")
    done = _run("check", "--content", str(content), "--private", str(private), "--format", "json")
    codes = [one["code"] for one in json.loads(done.stdout)]
    assert "consent-record" in codes

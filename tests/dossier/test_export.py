"""The export: whole or not at all, the same bytes each time, and plain words where it cannot."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gastro.cli import cli
from gastro.dossier.export import NotReady, export
from gastro.dossier.filled import Filled
from gastro.records.forms import MailRule
from tests.dossier.conftest import SAMPLE, SITE, WHEN

Fingerprint = Callable[[Path], dict[str, str]]
NAMES = ("annexes", "review-th-en", "submission")
ARGUMENTS = ["dossier", "sample-submission", "--as-of", "2026-03-31"]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory, sample: Filled) -> Path:
    """A draft of the sample, as it was exported before a test changes something."""
    out = tmp_path_factory.mktemp("edition") / "out"
    export(sample, WHEN, out, draft=True)
    return out


def run(*more: str, content: Path = SAMPLE) -> Result:
    return CliRunner().invoke(cli, [*ARGUMENTS, "--content", str(content), *more])


def started(
    content: Path, out: Path, environment: Mapping[str, str] | None = None, umask: int = -1
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gastro", *ARGUMENTS, "--content", str(content), "--out", str(out)]
    return subprocess.Popen(
        [*command, "--draft"],
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        umask=umask,
        env={**os.environ, "SITE_URL": SITE, **(environment or {})},
    )


def test_a_draft_is_these_files(edition: Path) -> None:
    files = sorted(file.relative_to(edition).as_posix() for file in edition.rglob("*") if file.is_file())
    top = [name for name in files if "/" not in name]
    documents = [f"sample-submission-{name}.{suffix}" for name in NAMES for suffix in ("docx", "pdf")]
    assert top == sorted([".gastro-dossier", "manifest.json", "sample-submission.zip", *documents])
    pack = [name.removeprefix("form-pack/") for name in files if "/" in name]
    assert pack == [
        "02-words.txt",
        "03-things--course.txt",
        "03-things--fair--summary.txt",
        "03-things--fair--title.txt",
        *(
            f"04-money--{row}--{field}.txt"
            for row in ("oven", "room", "total")
            for field in ("amount", "item")
        ),
        "05-contact--office.txt",
        "06-field.txt",
        "index.txt",
    ]


def test_the_zip_holds_the_files_and_the_manifest_their_hashes(edition: Path) -> None:
    manifest = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(edition / "sample-submission.zip") as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        assert sorted(names) == sorted([*manifest["files"], "manifest.json"])
        for name in names:
            assert packed.read(name) == (edition / name).read_bytes()


@pytest.mark.parametrize(
    ("environment", "umask"),
    [
        ({"PYTHONHASHSEED": "1", "TZ": "Asia/Bangkok", "LANG": "th_TH.UTF-8"}, 0o077),
        ({"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C"}, 0o002),
    ],
    ids=["bangkok", "elsewhere"],
)
def test_another_run_elsewhere_gives_the_same_bytes(
    edition: Path, tmp_path: Path, fingerprint: Fingerprint, environment: dict[str, str], umask: int
) -> None:
    out = tmp_path / "out"
    assert started(SAMPLE, out, environment, umask).wait() == 0
    assert fingerprint(out) == fingerprint(edition)


def test_without_draft_it_refuses_and_says_all_that_is_missing(tmp_path: Path, sample: Filled) -> None:
    out = tmp_path / "out"
    done = run("--out", str(out))
    assert done.exit_code == 1
    assert not out.exists()
    with pytest.raises(NotReady) as refused:
        export(sample, WHEN, out, draft=False)
    assert [line for line in done.stdout.splitlines() if line.startswith("  ")] == [
        f"  {one.section}: {one.message.en}" + (f" (from: {one.who.en})" if one.who else "")
        for one in refused.value.found
    ]
    assert done.stderr.endswith(
        "Not ready to send: 7 shortcomings. Nothing was written; --draft exports all.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("after", ["submission.docx", "annexes.docx", "review-th-en.docx"])
def test_an_export_that_is_killed_leaves_the_old_edition(
    edition: Path, tmp_path: Path, fingerprint: Fingerprint, after: str
) -> None:
    out = Path(shutil.copytree(edition, tmp_path / "out"))
    content = Path(shutil.copytree(SAMPLE, tmp_path / "content"))
    words = content / "dossier/sample-submission/words.yml"
    words.write_text(words.read_text(encoding="utf-8").replace("sweet(s).", "sweet(s) indeed."), "utf-8")
    before = fingerprint(out)
    running = started(content, out)
    deadline = time.monotonic() + 60
    begun: list[Path] = []
    while not begun and running.poll() is None and time.monotonic() < deadline:
        begun = list(tmp_path.glob(f".out-building-*/sample-submission-{after}"))
        time.sleep(0.002)
    assert begun, "the export was over before it could be killed"
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert fingerprint(out) == before
    assert run("--draft", "--out", str(out), content=content).exit_code == 0
    assert fingerprint(out) != before
    assert not list(tmp_path.glob(".out-*"))


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    done = run("--draft", "--out", str(tmp_path))
    assert done.exit_code == 2
    assert done.stderr.endswith(
        f"The folder {tmp_path} holds something else and is left alone; choose an empty one with --out.\n"
    )
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    out = tmp_path / "file" / "out"
    done = run("--draft", "--out", str(out))
    assert done.exit_code == 2
    assert done.stderr == (
        f"เขียนลง {out} ไม่ได้ (File exists) ไม่มีไฟล์ใดเปลี่ยน เลือกที่อื่นด้วย --out\n"
        f"Cannot write to {out} (File exists). Nothing was changed; choose another place with --out.\n"
    )


def test_a_zip_over_the_mail_limit_is_told(sample: Filled, tmp_path: Path) -> None:
    known = sample.form.mail.known if sample.form.mail else sample.form.sections[0].known
    tight = sample.form.model_copy(update={"mail": MailRule.model_construct(megabytes=0, known=known)})
    done = export(replace(sample, form=tight), WHEN, tmp_path / "tight", draft=True)
    assert (done.over_mail, done.mail_most) == (True, 0)
    sizes = {file.name: file.stat().st_size for file in (tmp_path / "tight").glob("*-*.[dp]*")}
    assert dict(done.largest) == dict(sorted(sizes.items(), key=lambda one: -one[1])[:3])
    assert not export(sample, WHEN, tmp_path / "wide", draft=True).over_mail

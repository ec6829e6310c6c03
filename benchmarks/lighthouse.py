"""Lighthouse's phone measure of the pages a visitor meets first, beside a stock Material page.

Both are built here, served compressed by the same small server on this machine (benchmarks/serving.py)
and measured in turn. Each cell is the median of the runs. The last lines tell what is short of the targets.
Run: ``make lighthouse``.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serving import served
from stock import build_stock

ROOT = Path(__file__).resolve().parents[1]
CLI = ROOT / "benchmarks" / "node_modules" / "lighthouse" / "cli" / "index.js"
BROWSER = ROOT / ".venv" / ".browser"
RUNS = 3
TRIES = 2
PATIENCE = 300
PAGES = {
    "home": "",
    "list": "desserts/",
    "dessert": "desserts/khanom-mo-kaeng/",
    "recipe": "recipes/khanom-mo-kaeng-barrow/",
    "map": "map/",
}
LANGUAGES = {"th": "", "en": "en/"}
RECORDS = ("dessert", "recipe")
FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
)
CATEGORIES = {
    "performance": "perf.",
    "accessibility": "access.",
    "best-practices": "best pr.",
    "seo": "SEO",
    "agentic-browsing": "agentic",
}
TIMES = {
    "first-contentful-paint": "FCP s",
    "largest-contentful-paint": "LCP s",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
}
LEAST = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Scores out of 100 that every page should reach."""
MOST = {"largest-contentful-paint": 1800, "total-blocking-time": 100, "cumulative-layout-shift": 0.02}
"""Milliseconds, and the share of the screen that moves."""
MOST_BYTES = 150_000
"""A first visit to a record's page without photos, compressed, everything included."""

Numbers = Mapping[str, float]


@dataclass(frozen=True)
class Measured:
    """The medians of one page, and the audits it failed in any run."""

    name: str
    numbers: Numbers
    failed: tuple[str, ...]


def main() -> None:
    """Build both sites, measure them and print the table."""
    wishes = parser().parse_args()
    if not CLI.is_file():
        sys.exit("Lighthouse is not installed; run `make lighthouse`.")
    with tempfile.TemporaryDirectory(prefix="gastro-lighthouse-") as name:
        folder = Path(name)
        site = wishes.site or build_site(folder / "ours")
        encodings = ("br", "gzip") if wishes.brotli else ("gzip",)
        with served(build_stock(folder / "stock"), encodings) as address:
            stock = measure("stock Material", address, wishes.runs, folder)
        with served(site, encodings) as address:
            asked = wishes.page or list(PAGES)
            ours = [
                measure(f"{page} {lang}", address + prefix + PAGES[page], wishes.runs, folder)
                for page in asked
                for lang, prefix in LANGUAGES.items()
                if is_there(site, prefix + PAGES[page])
            ]
            absent = [f"{page}: no page {PAGES[page]}" for page in asked if not is_there(site, PAGES[page])]
    print_table(stock, ours)
    print_shortfalls(ours, absent)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    made.add_argument("--site", type=Path, help="a site that is built already")
    made.add_argument("--runs", type=int, default=RUNS, help=f"runs of each page (default {RUNS})")
    made.add_argument("--page", action="append", choices=list(PAGES), help="only this page; may be repeated")
    made.add_argument(
        "--brotli", action="store_true", help="compress with Brotli too; GitHub Pages gives gzip alone"
    )
    return made


def is_there(site: Path, path: str) -> bool:
    return (site / path / "index.html").is_file()


def build_site(site: Path) -> Path:
    """Build our site with ``gastro build``."""
    subprocess.run([sys.executable, "-m", "gastro", "build", "--site", str(site)], check=True)
    return site


def measure(name: str, address: str, runs: int, folder: Path) -> Measured:
    """The medians of several runs; says on standard error what is being measured."""
    print(f"{name} …", file=sys.stderr, flush=True)
    reports = [report_of(address, folder / "report.json") for _ in range(runs)]
    found = [numbers_of(report) for report in reports]
    medians = {key: statistics.median(one[key] for one in found) for key in found[0]}
    failed = dict.fromkeys(audit for report in reports for audit in failed_audits(report))
    return Measured(name, medians, tuple(failed))


def report_of(address: str, file: Path) -> dict[str, Any]:
    """One run of Lighthouse with its own phone settings; a run that a browser spoilt is made again."""
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    command = ["node", str(CLI), address, "--quiet", "--no-enable-error-reporting"]
    command += ["--output=json", f"--output-path={file}", f"--chrome-flags={' '.join(flags)}"]
    said = ""
    for _ in range(TRIES):
        file.unlink(missing_ok=True)
        done = subprocess.run(
            command,
            env=os.environ | {"CHROME_PATH": browser()},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        said = done.stderr
        if done.returncode == 0 and file.is_file():
            report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
            if "runtimeError" not in report:
                return report
            said = report["runtimeError"]["message"]
    sys.exit(f"\nLighthouse could not measure {address}:\n{said[-2000:]}")


def browser() -> str:
    """The Chromium that the browser tests use."""
    path = os.environ.get("GASTRO_BROWSER") or BROWSER.read_text(encoding="utf-8").strip()
    if path != "playwright":
        return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def numbers_of(report: Mapping[str, Any]) -> dict[str, float]:
    """Scores out of 100, times in milliseconds, bytes as they travelled, and the speed of the machine."""
    audits = report["audits"]
    found = {key: round((one["score"] or 0) * 100) for key, one in report["categories"].items()}
    numbers: dict[str, float] = dict(found)
    numbers |= {key: float(audits[key]["numericValue"]) for key in TIMES}
    requests = audits["network-requests"]["details"]["items"]
    numbers["machine"] = float(report["environment"]["benchmarkIndex"])
    return numbers | {"bytes": float(sum(one["transferSize"] for one in requests))}


def failed_audits(report: Mapping[str, Any]) -> Iterable[str]:
    """What a run found wanting in the categories whose score should be 100."""
    for name in ("accessibility", "best-practices", "seo", "agentic-browsing"):
        for reference in report["categories"].get(name, {"auditRefs": []})["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if audit["score"] is not None and audit["score"] < 1 and reference["weight"]:
                yield f"{name}: {audit['title']} ({reference['id']})"


def print_table(stock: Measured, ours: list[Measured]) -> None:
    """One row a page, the peer first, then each page's ratios to it."""
    categories = {key: head for key, head in CATEGORIES.items() if key in stock.numbers}
    heads = [*categories.values(), *TIMES.values(), "KB"]
    ratios = ("LCP ×", "TBT ×", "KB ×")
    print(f"{'median':16}" + "".join(f"{head:>9}" for head in (*heads, *ratios)))
    for one in (stock, *ours):
        cells = [f"{one.numbers[key]:.0f}" for key in categories]
        fcp, lcp, tbt, cls = (one.numbers[key] for key in TIMES)
        cells += [f"{fcp / 1000:.2f}", f"{lcp / 1000:.2f}", f"{tbt:.0f}", f"{cls:.3f}"]
        cells.append(f"{one.numbers['bytes'] / 1000:.0f}")
        keys = ("largest-contentful-paint", "total-blocking-time", "bytes")
        cells += [ratio(one.numbers[key], stock.numbers[key]) for key in keys]
        print(f"{one.name:16}" + "".join(f"{cell:>9}" for cell in cells))

    speeds = [one.numbers["machine"] for one in (stock, *ours)]
    print(f"\nmachine: {min(speeds):.0f}–{max(speeds):.0f} on Lighthouse's scale; other work lengthens TBT")


def ratio(ours: float, stock: float) -> str:
    return f"{ours / stock:.2f}" if stock else "–"


def print_shortfalls(ours: list[Measured], absent: list[str]) -> None:
    """What is short of the targets, page by page; one line if nothing is."""
    lines = list(absent)
    for one in ours:
        lines += [f"{one.name}: {line}" for line in shortfalls(one)]
        lines += [f"{one.name}: {audit}" for audit in one.failed]
    print()
    print("\n".join(["Short of the targets:", *lines]) if lines else "Every target is met.")


def shortfalls(one: Measured) -> Iterable[str]:
    """What one page lacks."""
    for key, least in LEAST.items():
        if one.numbers[key] < least:
            yield f"{key} {one.numbers[key]:.0f}, at least {least}"
    for key, most in MOST.items():
        if one.numbers[key] > most:
            yield f"{key} {one.numbers[key]:.3g}, at most {most}"
    if one.name.startswith(RECORDS) and one.numbers["bytes"] > MOST_BYTES:
        yield f"{one.numbers['bytes'] / 1000:.0f} KB, at most {MOST_BYTES // 1000}"


if __name__ == "__main__":
    main()

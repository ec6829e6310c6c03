"""Finds a browser for the tests, or gets one, and prints where it is.

A Chromium of the system if there is one; else apt's, as root; else Playwright's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def on_the_system() -> str | None:
    """Path of a Chromium that is installed."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def from_apt() -> str | None:
    """Install Debian's Chromium where we may."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        subprocess.run(command, check=False, stdout=sys.stderr, env=environment)
    return on_the_system()


def from_playwright() -> str | None:
    """Let Playwright download its own."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    done = subprocess.run(command, check=False, stdout=sys.stderr)
    return "playwright" if done.returncode == 0 else None


def main() -> None:
    for way in (on_the_system, from_apt, from_playwright):
        if found := way():
            sys.stdout.write(f"{found}\n")
            return
    sys.exit("No browser is here and none could be had; the browser tests cannot run.")


if __name__ == "__main__":
    main()

"""Open reports in Chromium on a phone, at a desk and in the dark; say what is wrong with them.

Usage: look_at_reports.py BROWSER REPORT.html...
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Page

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
VIEWS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}},
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}


def main(browser_path: str, *reports: str) -> int:
    """Return 1 when any report has a problem in any view, 0 otherwise."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        problems = [
            f"{report}: {name}: {problem}"
            for report in reports
            for name, view in VIEWS.items()
            for problem in problems_of(browser.new_page(**view), Path(report))
        ]
        browser.close()
    for problem in problems:
        print(problem)
    print(f"{len(reports)} reports in {len(VIEWS)} views: {len(problems)} problems")
    return 1 if problems or not reports else 0


def problems_of(page: Page, report: Path) -> list[str]:
    """Load *report* and return what the console, the network and the layout have to say."""
    found: list[str] = []
    address = report.resolve().as_uri()
    page.on("console", lambda message: found.append(f"console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.on("request", lambda request: _note_foreign(found, request.url, address))
    page.goto(address, wait_until="networkidle")
    width = page.evaluate("document.documentElement.scrollWidth")
    shown = page.evaluate("document.documentElement.clientWidth")
    if width > shown:
        found.append(f"{width} px wide, {shown} px shown: scrolls sideways")
    if not page.inner_text("h1").strip():
        found.append("no heading")
    page.close()
    return found


def _note_foreign(found: list[str], url: str, own: str) -> None:
    if url.partition("#")[0] != own and not url.startswith("data:"):
        found.append(f"requests {url}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

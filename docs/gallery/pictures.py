"""Take the pictures of docs/gallery.md anew: `python -m docs.gallery.pictures`.

Needs what the checker of reports needs, and LibreOffice for the pages of office documents.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PIL import Image

from docs.gallery.__main__ import main as build_gallery

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).parents[2]
PICTURES: Final = ROOT / "docs" / "pictures"
PHOTOGRAPH: Final = ROOT / ".ci" / "report-checker" / "photograph"
COLOURS: Final = 256
DOTS_AN_INCH: Final = 75
GAP: Final = 8
GROUND: Final = "#8a929c"

SCREENS: Final[dict[str, dict[str, Any]]] = {
    "desk": {"sample": "demo-en-against", "height": 1300},
    "dark": {"sample": "demo-en-against", "height": 1300, "theme": "dark"},
    "phone": {"sample": "demo-en-against", "width": 390, "height": 844, "scale": 2},
    "profile": {"sample": "demo-en-against", "only": "#s-profile"},
    "roadmap": {"sample": "demo-en-against", "only": "#s-roadmap"},
    "greek": {"sample": "demo-el-against", "only": "#s-summary"},
}
"""What is photographed on the screen, by the name of its picture; see photograph.mjs."""


class Pages(NamedTuple):
    """Pages of a report, from 1, that are shown beside one another."""

    file: str
    pages: tuple[int, ...]


PAPER: Final = {
    "paper": Pages("demo-en-against.html", (1, 2, 3)),
    "branded": Pages("branded.html", (1,)),
    "word": Pages("demo-en-against.docx", (1, 2, 3)),
    "slides": Pages("demo-en-against.pptx", (2, 4)),
    "sheets": Pages("demo-en-against.xlsx", (1, 2)),
}
"""What is photographed as it is printed, by the name of its picture."""


def main() -> None:
    """Build the samples that are shown, and take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        build_gallery(folder, "demo-en-against", "demo-el-against", "branded")
        reports = Path(folder) / "reports"
        printed = {name: one for name, one in PAPER.items() if (reports / one.file).is_file()}
        _photograph(reports, [one.file for one in printed.values()])
        for name, (file, pages) in printed.items():
            pdf = _as_pdf(reports / file)
            _beside(list(_pages(pdf, pages)), PICTURES / f"{name}.png")
    for picture in sorted(PICTURES.glob("*.png")):
        _reduce(picture)
        print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size:,} bytes")


def _photograph(reports: Path, printed: Sequence[str]) -> None:
    orders = [
        {"file": f"{reports / how['sample']}.html", "to": f"{PICTURES / name}.png", **how}
        for name, how in SCREENS.items()
    ]
    orders += [
        {"file": str(reports / file), "to": str(_pdf_of(reports / file))}
        for file in printed
        if file.endswith(".html")
    ]
    subprocess.run([PHOTOGRAPH], input=json.dumps(orders), encoding="utf-8", check=True)


def _pdf_of(file: Path) -> Path:
    """Return where the PDF that is made of *file* lies, apart from those made of other formats."""
    return file.parent / file.suffix[1:] / f"{file.stem}.pdf"


def _as_pdf(file: Path) -> Path:
    """Return *file* as a PDF; LibreOffice makes one of an office document."""
    pdf = _pdf_of(file)
    if file.suffix != ".html":
        to = ["--convert-to", "pdf", "--outdir", str(pdf.parent)]
        words = ["soffice", "--headless", *to, str(file)]
        subprocess.run(words, check=True, timeout=180)
    return pdf


def _pages(pdf: Path, pages: Sequence[int]) -> Iterator[Image.Image]:
    for page in pages:
        stem = pdf.with_name(f"page-{page}")
        place = ["-f", str(page), "-l", str(page), "-r", str(DOTS_AN_INCH)]
        words = ["pdftoppm", *place, "-png", "-singlefile", str(pdf), str(stem)]
        subprocess.run(words, check=True)
        with Image.open(stem.with_suffix(".png")) as picture:
            yield picture.convert("RGB")


def _beside(pages: Sequence[Image.Image], to: Path) -> None:
    width = sum(page.width + GAP for page in pages) + GAP
    sheet = Image.new("RGB", (width, max(page.height for page in pages) + 2 * GAP), GROUND)
    left = GAP
    for page in pages:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    sheet.save(to)


def _reduce(file: Path) -> None:
    """Keep the colours that are seen most; letters stay sharp."""
    with Image.open(file) as picture:
        few = picture.convert("RGB").quantize(
            COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    few.save(file, optimize=True)


if __name__ == "__main__":
    main()

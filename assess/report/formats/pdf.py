"""The report as a PDF: the HTML page as it prints, tagged so that it can be read aloud (PDF/UA)."""

from __future__ import annotations

import base64
import io
import re
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Final

from assess.errors import AssessError
from assess.language.messages import _
from assess.report.formats.html import page

if TYPE_CHECKING:
    from weasyprint import Document

    from assess.report.look import Look
    from assess.report.report import Report

try:
    with redirect_stdout(io.StringIO()):  # it prints advice for programmers
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
except OSError as error:
    raise AssessError(
        _(
            "A report in pdf needs the library Pango, which cannot be loaded here. Install it "
            "(Debian and Ubuntu: {debian}; Fedora: {fedora}; macOS: {macos}), or write the report "
            "in html and print that from a browser.",
            debian="apt install libpangoft2-1.0-0 libharfbuzz-subset0",
            fedora="dnf install pango",
            macos="brew install pango",
        )
    ) from error

VARIANT: Final = "pdf/ua-1"
"""ISO 14289-1, the kind of PDF for those who have it read aloud."""

DECORATION: Final = re.compile(
    r'<svg( class="(?:key|scale|spread)")([^>]*) aria-hidden="true">(.*?)</svg>', re.DOTALL
)
"""A drawing that tells nothing but what is written beside it; the style sheet knows its size."""

LONG_TEXT: Final = re.compile(r">[^<]{1000,}")
ENDLESS: Final = re.compile(r"(?:[^\s<>&]|&#?\w+;){1000,}")
PIECE: Final = re.compile(r"(?:[^&]|&#?\w+;){50}")
"""A text between tags; so many letters without a blank that are nobody's word; some of them."""

UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Control characters: no letter draws them, and readers of the text stumble over them."""

TERMS: Final = frozenset({"dl", "dt", "dd"})
"""Lists of terms: WeasyPrint tags them as lists, but not well-formed ones."""


def render(report: Report, look: Look) -> bytes:
    """Return the report as a PDF; whatever the page does not hold itself is not fetched.

    Raises:
        AssessError: A template of the consultancy is at fault.

    """
    own = URLFetcher(allowed_protocols=("data",))
    document = HTML(string=_on_paper(page(report, look)), url_fetcher=own).render(
        pdf_variant=VARIANT
    )
    _describe(document, report, look)
    _tag_terms_as_text(document)
    content: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=True)
    return content


def _on_paper(text: str) -> str:
    head, start, body = UNSEEN.sub("\ufffd", text).partition("<body>")
    body = LONG_TEXT.sub(lambda found: ENDLESS.sub(_in_pieces, found[0]), body)
    return f"{head}{start}{DECORATION.sub(_background, body)}"


def _in_pieces(letters: re.Match[str]) -> str:
    """Return endless letters with places to break a line; to find such a place takes hours."""
    return PIECE.sub("\\g<0>\u200b", letters[0])


def _background(drawing: re.Match[str]) -> str:
    """Return a decoration as the background of an empty element.

    As a drawing it would be announced as a picture of which nothing is told.
    """
    name, size, shapes = drawing.groups()
    picture = f'<svg xmlns="http://www.w3.org/2000/svg"{size}>{shapes}</svg>'
    address = f"data:image/svg+xml;base64,{base64.b64encode(picture.encode()).decode('ascii')}"
    return f'<span{name} style="background:url({address}) no-repeat"></span>'


def _describe(document: Document, report: Report, look: Look) -> None:
    """Say whose the document is and of which day; title and language stand in the page."""
    card = report.card
    author = look.by or card.assessor or card.organisation
    document.metadata.authors = [UNSEEN.sub("\ufffd", author)]
    document.metadata.generator = f"assess {report.program_version}"
    document.metadata.created = card.date.isoformat()
    document.metadata.modified = document.metadata.created


def _tag_terms_as_text(document: Document) -> None:
    for sheet in document.pages:
        for box in sheet._page_box.descendants():  # noqa: SLF001  tags have no other door
            if box.element_tag in TERMS:
                box.element_tag = "div"

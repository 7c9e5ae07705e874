"""Word documents as tests read and make them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from assess.model.branding import Logo
from assess.report.formats import made
from assess.report.look import Look
from assess.report.report import report_on
from assess.store.shipped import report_templates

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = {qn("w:t"): None, qn("w:br"): "\n", qn("w:tab"): "\t"}


def word(card, comparison=None, *, look=None):
    """The report on *card* as a Word file."""
    report = report_on(card, comparison, program_version="1.2.3")
    return made(report, look or Look(report_templates()), "docx")


def opened(content):
    return Document(io.BytesIO(content))


def parts_of(document):
    """The body, then the heads and feet of the pages."""
    section = document.sections[0]
    edges = (section.header.paragraphs[0], section.footer.paragraphs[0])
    return [document.element.body, *(first.part.element for first in edges)]


def lines(part):
    """The text of each paragraph, also of those in tables and in slots."""
    return [_text(paragraph) for paragraph in part.iter(qn("w:p"))]


def text(content):
    """All text of a Word file."""
    return "\n".join(line for part in parts_of(opened(content)) for line in lines(part))


def rows(content):
    """The text of the cells of each row of each table."""
    body = opened(content).element.body
    return [
        ["\n".join(lines(cell)) for cell in row.iter(qn("w:tc"))] for row in body.iter(qn("w:tr"))
    ]


def slots(content):
    """The content controls: what each is for, and what stands in it."""
    body = opened(content).element.body
    return [
        (control.find(f".//{qn('w:tag')}").get(qn("w:val")), lines(control))
        for control in body.iter(qn("w:sdt"))
    ]


def template(folder: Path, *paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> Path:
    """Write a Word template of plain *paragraphs* and a table; return its folder."""
    document = Document()
    for line in paragraphs:
        document.add_paragraph(line)
    table = document.add_table(rows=len(rows), cols=max(map(len, rows), default=1))
    for row, told in zip(table.rows, rows, strict=True):
        for cell, line in zip(row.cells, told, strict=False):
            cell.text = line
    folder.mkdir(exist_ok=True)
    document.save(folder / "report.docx")
    return folder


def png(width: int = 4, height: int = 1) -> Logo:
    """A logo in one colour."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x7a\x1f\x5c" * width) * height)
    blocks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    content = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*block) for block in blocks)
    return Logo("image/png", content, width / height)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def _text(paragraph) -> str:
    inside = (node for node in paragraph.iter(*LETTERS) if node.getparent().tag == qn("w:r"))
    return "".join(LETTERS[node.tag] or node.text or "" for node in inside)

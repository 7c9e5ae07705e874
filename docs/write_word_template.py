"""Write templates/report/report.docx; with --check only say whether it is what would be written.

Usage: write_word_template.py [--check]
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from word_template import pages, styles

from assess.report.archive import repacked

if TYPE_CHECKING:
    from docx.document import Document as OpenDocument
    from docx.section import Section

TEMPLATE = Path(__file__).parents[1] / "templates" / "report" / "report.docx"
MICROSOFT = "http://schemas.microsoft.com/office/word"
SETTINGS = f"""<w:settings {nsdecls("w")}><w:zoom w:percent="100"/>
<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="{MICROSOFT}" w:val="15"/>
</w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""
"""As Word 2013 and later: tables begin where the text begins."""

DAY = dt.date(2026, 1, 1)
"""The day that the template says it was made; a report says its own."""

SPARE = {
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
"""Parts of python-docx's own template that a report does not need."""


def main(*arguments: str) -> int:
    """Return 1 when the template was to be checked and is out of date, 0 otherwise."""
    made = template()
    if "--check" not in arguments:
        TEMPLATE.write_bytes(made)
        return 0
    if TEMPLATE.is_file() and parts(TEMPLATE.read_bytes()) == parts(made):
        return 0
    print("templates/report/report.docx is not what this script writes; `make docs` writes it.")
    return 1


def template() -> bytes:
    """Return the template as a Word document."""
    document = Document()
    for package in (document.part.package, document.part):
        for name in [n for n, rel in package.rels.items() if rel.reltype in SPARE]:
            del package.rels[name]
    styles.write_styles(document)
    styles.write_numbering(document)
    _write_page(document.sections[0])
    _write_settings(document)
    document.element.body[:0] = _blocks(pages.body())
    made = io.BytesIO()
    document.save(made)
    return repacked(made.getvalue(), DAY)


def parts(document: bytes) -> dict[str, bytes]:
    """Return what is in *document*, which is compressed differently by different systems."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _write_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    for edge, told in ((section.header, pages.header()), (section.footer, pages.footer())):
        edge.is_linked_to_previous = False
        root = edge.paragraphs[0]._element.getparent()  # noqa: SLF001  the only way to it
        root[:] = _blocks(told)


def _write_settings(document: OpenDocument) -> None:
    document.settings.element[:] = list(parse_xml(SETTINGS))
    properties = document.core_properties
    moment = dt.datetime.combine(DAY, dt.time())
    properties.created = properties.modified = moment
    properties.author = properties.last_modified_by = properties.title = properties.comments = ""
    theme = next(p for p in document.part.package.iter_parts() if "theme" in p.partname)
    accent = theme.blob.partition(b"<a:accent1>")[2].partition(b"</a:accent1>")[0]
    own = f'<a:srgbClr val="{styles.ACCENT}"/>'.encode()
    theme._blob = theme.blob.replace(accent, own, 1)  # noqa: SLF001  python-docx only carries it


def _blocks(text: str) -> list[object]:
    return list(parse_xml(f"<w:body {nsdecls('w')}>{text}</w:body>"))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

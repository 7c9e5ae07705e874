"""A Word template: filled with a report, in its language and colour, the same bytes every time."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu, Mm
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError

from assess.errors import AssessError, printable
from assess.language.forms import quoted
from assess.language.messages import _
from assess.report.document.runs import LATER
from assess.report.templates import at_fault, faults_named
from assess.store.source import read_bytes, shown_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docx.oxml.xmlchemy import BaseOxmlElement
    from jinja2 import Environment

    from assess.model.branding import Logo

LOCALES: Final = {"en": "en-GB", "es": "es-ES", "el": "el-GR", "ru": "ru-RU", "hu": "hu-HU"}
"""The languages as Word names them; it needs a country to find its dictionary."""

LONGEST_PROPERTY: Final = 255
"""How many letters a property of a document may have."""

HIGH, WIDE = Mm(14), Mm(80)
"""The room for a logo."""

STRAY: Final = (
    "//w:*[not(self::w:t or self::w:instrText or self::w:delText)]/text()[normalize-space()]"
)
"""Text where Word expects none."""

CELL: Final = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd")
"""The first properties of a cell in the order that Word expects; docxtpl puts a colour first."""

WRONG: Final = (ArithmeticError, LookupError, TypeError, ValueError)
"""What an expression of a template may raise."""


class WordTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no annotations
    """A file that Word made, with what is to be filled in between braces."""

    def __init__(self, file: Path) -> None:
        self.file = shown_name(file)
        super().__init__(io.BytesIO(read_bytes(file)))
        try:
            self.init_docx()
        except Exception as error:  # a broken file breaks python-docx in many ways
            raise AssessError(_("{file} is no Word document.", file=self.file)) from error

    def fill(self, shown: Mapping[str, Any], environment: Environment) -> None:
        """Put what is *shown* in its places.

        Raises:
            AssessError: The template is at fault; names it, with the text beside where it is known.

        """
        try:
            with faults_named(self.file):
                self._fill(shown, environment)
        except SyntaxError as error:  # of the XML
            reason = _("a tag stands where it breaks a paragraph or a table")
            raise at_fault(self.file, reason) from error
        except WRONG as error:
            raise at_fault(self.file, str(error)) from error

    def speak(self, language: str) -> None:
        """Say in which *language* it is written, for whoever checks the spelling or reads aloud."""
        styles = self.docx.styles.element
        found = styles.xpath("//w:lang")
        if not found:
            found = [OxmlElement("w:lang")]
            self.docx.styles["Normal"].element.get_or_add_rPr().append(found[0])
        for said in found:
            said.set(qn("w:val"), LOCALES.get(language, language))

    def describe(self, day: dt.date, **properties: str) -> None:
        """Write the *properties* of the document, which was made on *day*."""
        written = self.docx.core_properties
        written.created = written.modified = dt.datetime.combine(day, dt.time())
        written.revision = 1
        for name, told in properties.items():
            setattr(written, name, printable(told, longest=LONGEST_PROPERTY))

    def recolour(self, accent: str) -> None:
        """Put *accent* in the place of the template's first accent colour."""
        digits = accent.removeprefix("#").upper()
        for part in self.docx.part.package.iter_parts():
            if part.partname.startswith("/word/theme/"):
                own = rf'\g<1><a:srgbClr val="{digits}"/>\g<2>'.encode()
                painted = re.sub(
                    rb"(<a:accent1>).*?(</a:accent1>)", own, part.blob, flags=re.DOTALL
                )
                part._blob = painted  # noqa: SLF001  python-docx only carries it
        for root in (self.docx.styles.element, self.docx.element):
            for painted in root.xpath("//*[@w:themeColor='accent1']"):
                name = "val" if painted.tag == qn("w:color") else "color"
                painted.set(qn(f"w:{name}"), digits)

    def content(self) -> bytes:
        """Return the document as a file."""
        made = io.BytesIO()
        self.save(made)
        return made.getvalue()

    def fix_tables(self, xml: str) -> BaseOxmlElement:
        """Return the body as Word accepts it, with numbered controls.

        Raises:
            SyntaxError: A tag stands where it breaks a paragraph or a table. docxtpl would go on,
                and lose text.

        """
        if parse_xml(xml).xpath(STRAY):
            raise SyntaxError
        body: BaseOxmlElement = super().fix_tables(xml)
        for cell in body.iter(qn("w:tc")):
            _mend(cell)
        for number, control in enumerate(body.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}"), 1):
            control.set(qn("w:val"), str(number))
        return body

    def render_properties(self, *_arguments: object) -> None:
        """Leave the properties alone: they are no templates."""

    def _fill(self, shown: Mapping[str, Any], environment: Environment) -> None:
        try:
            self.render(shown, environment, autoescape=True)
        except TemplateSyntaxError as error:
            place = f"{self.file}: {quoted(_near(error))}"
            raise at_fault(place, error.message or "") from error


class Picture:
    """A logo in the line where a template names it, in every part of the document the same."""

    def __init__(self, template: WordTemplate, logo: Logo, words: str) -> None:
        self.template, self.logo, self.words = template, logo, words
        ending = logo.kind.rpartition("/")[2]
        name = PackURI(f"/word/media/logo.{ending}")
        self.part = ImagePart(name, logo.kind, logo.content)

    def __html__(self) -> str:
        """Return the run that shows it."""
        height = Emu(min(HIGH, round(WIDE / self.logo.proportion)))
        width = Emu(round(height * self.logo.proportion))
        place = self.template.current_rendering_part
        name = place.relate_to(self.part, RELATIONSHIP_TYPE.IMAGE)
        drawn = CT_Inline.new_pic_inline(1, name, "logo", width, height)
        drawn.docPr.set("descr", self.words)
        for edge in ("distT", "distB", "distL", "distR"):
            drawn.set(edge, "0")
        return LATER.format(f"<w:r><w:drawing>{drawn.xml}</w:drawing></w:r>")


def _mend(cell: BaseOxmlElement) -> None:
    """Put the properties of *cell* in their order, and a paragraph at its end, or Word gives up."""
    for properties in cell.iterchildren(qn("w:tcPr")):
        properties[:] = sorted(properties, key=_place_in_cell)
    if not len(cell) or cell[-1].tag != qn("w:p"):
        cell.append(OxmlElement("w:p"))


def _place_in_cell(property_: BaseOxmlElement) -> int:
    name = property_.tag.rpartition("}")[2]
    return CELL.index(name) if name in CELL else len(CELL)


def _near(error: TemplateSyntaxError) -> str:
    """Return the text of the paragraph with the fault, among those that docxtpl gives around it."""
    around = [*getattr(error, "docx_context", ())]
    return printable("".join(around[min(error.lineno - 1, 3) :][:1]).strip())

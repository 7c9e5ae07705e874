"""The styles of the Word template: what a consultancy changes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

FONT: Final = "Arial"
ACCENT: Final = "1D5FA6"
INK: Final = "16202E"
SOFT: Final = "4D5A6A"
LINE: Final = "D9DEE5"
GROUND: Final = "F5F6F8"
BAD: Final = "A8231C"
TARGET: Final = "A34D00"

KEPT: Final = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
"""The styles of python-docx's own template that stay; it has 160 more."""


BUILT_IN: Final = {
    *("Title", "Subtitle", "heading 1", "heading 2", "heading 3", "caption", "List Bullet"),
    *("List Number", "TOC Heading", "toc 1", "header", "footer", "Strong", "Placeholder Text"),
}
"""The styles that Word knows by these names."""


class Look(NamedTuple):
    """A style: its size and distances in points, its indents in millimetres."""

    name: str
    size: float
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: float = 0
    right: bool = False
    with_next: bool = False
    outline: int = 0
    based: str = "Normal"


PARAGRAPHS: Final = (
    Look("Title", 19, bold=True, before=12, after=6, with_next=True),
    Look("Subtitle", 11.5, SOFT, after=8),
    Look("heading 1", 16, ACCENT, bold=True, after=8, with_next=True, outline=1),
    Look("heading 2", 12.5, bold=True, before=14, after=4, with_next=True, outline=2),
    Look("heading 3", 10.5, ACCENT, bold=True, before=10, after=3, with_next=True, outline=3),
    Look("Eyebrow", 8.5, SOFT, before=24, after=1, with_next=True),
    Look("Logo", 10, after=8),
    Look("Organisation", 13, bold=True, after=2),
    Look("Note", 8.5, SOFT, before=4, after=6),
    Look("Purpose", 10, after=6, with_next=True),
    Look("Why", 9.5, before=6, after=4, indent=3),
    Look("Question", 10, before=10, after=1, with_next=True),
    Look("Asked", 9, SOFT, after=3, with_next=True),
    Look("Answer Line", 9, after=2, with_next=True),
    Look("Level Text", 9, after=3),
    Look("Fact", 9, after=2, indent=38, hanging=38),
    Look("Figure Name", 8, SOFT, before=3),
    Look("Figure", 17, bold=True),
    Look("Figure Note", 8, SOFT, after=3),
    Look("Table Text", 9),
    Look("Table Number", 9, right=True),
    Look("Table Head", 8, SOFT, bold=True),
    Look("Number Head", 8, SOFT, bold=True, right=True),
    Look("Table Rung", 8),
    Look("Comment", 10, before=8, after=8, indent=3),
    Look("caption", 8.5, SOFT, before=8, after=3, with_next=True),
    Look("List Bullet", 10, after=2, indent=5, hanging=5),
    Look("List Number", 10, after=2, indent=5, hanging=5),
    Look("List Small", 9, after=1, indent=5, hanging=5),
    Look("TOC Heading", 12.5, bold=True, before=14, after=4, with_next=True),
    Look("toc 1", 10, after=3),
    Look("header", 8, SOFT),
    Look("footer", 8, SOFT),
)

CHARACTERS: Final = (
    Look("Strong", 0, "", bold=True),
    Look("Soft", 0, SOFT),
    Look("Small", 8, SOFT),
    Look("Accent", 0, ACCENT, bold=True),
    Look("Answer", 9.5, "", bold=True),
    Look("Severity", 9, BAD, bold=True),
    Look("Quick Win", 8, "1B6E45", bold=True),
    Look("Bar", 8, ""),
    Look("Placeholder Text", 0, "6B7280", italic=True),
)

LISTS: Final = {"List Bullet": "1", "List Small": "1", "List Number": "2"}
"""Which numbering of `NUMBERING` a style has."""

NUMBERING: Final = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>
<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>
<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""

TABLES: Final = (
    (
        "Report Table",
        f"""<w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{SOFT}"/>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>""",
        45,
        f"""<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{SOFT}"/></w:tcBorders></w:tcPr>
</w:tblStylePr>""",
    ),
    (
        "Figures",
        f"""<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{LINE}"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{LINE}"/></w:tblBorders>""",
        0,
        "",
    ),
    (
        "Ladder",
        """<w:tblBorders>
<w:insideV w:val="single" w:sz="18" w:space="0" w:color="FFFFFF"/></w:tblBorders>""",
        45,
        "",
    ),
    ("Beside", "", 20, ""),
)
"""Styles of tables: name, lines, room above and below in a cell, what is special in its head."""


def write_styles(document: Document) -> None:
    """Replace the styles of *document* by those of the report."""
    styles = document.styles
    for style in list(styles.element.style_lst):
        if style.styleId not in KEPT:
            styles.element.remove(style)
    _write_default(document)
    for look in PARAGRAPHS:
        known = look.name in BUILT_IN
        _write_paragraph(styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, known), look)
    for look in CHARACTERS:
        known = look.name in BUILT_IN
        _write_letters(styles.add_style(look.name, WD_STYLE_TYPE.CHARACTER, known), look)
    for table in TABLES:
        styles.element.append(parse_xml(_table(*table)))
    _write_edges(document)


def write_numbering(document: Document) -> None:
    """Replace the numberings of *document* by a bullet and a number."""
    numbering = document.part.numbering_part.element
    fresh = parse_xml(NUMBERING)
    numbering[:] = list(fresh)


def _table(name: str, lines: str, room: int, head: str) -> str:
    kind = f'w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}"'
    return f"""<w:style {nsdecls("w")} {kind}><w:name w:val="{name}"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr>{lines}<w:tblCellMar>
<w:top w:w="{room}" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
<w:bottom w:w="{room}" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
</w:tblCellMar></w:tblPr>{head}</w:style>"""


def _write_default(document: Document) -> None:
    normal = document.styles["Normal"]
    default = document.styles.element.find(qn("w:docDefaults"))
    letters = default.find(f".//{qn('w:rPr')}")
    letters[:] = [
        _element("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
        _element("w:sz", val="20"),
        _element("w:szCs", val="20"),
        _element("w:lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"),
    ]
    normal.font.color.rgb = RGBColor.from_string(INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.12


def _write_paragraph(style: ParagraphStyle, look: Look) -> None:
    _write_letters(style, look)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.left_indent = Mm(look.indent) if look.indent else None
    form.first_line_indent = -Mm(look.hanging) if look.hanging else None
    form.keep_with_next = look.with_next or None
    if look.hanging:
        form.tab_stops.add_tab_stop(Mm(look.hanging))
    properties = style.element.get_or_add_pPr()
    if look.name in LISTS:
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_numId().val = int(LISTS[look.name])
    if look.right:
        properties.get_or_add_jc().set(qn("w:val"), "right")
    if look.outline:
        properties.append(_element("w:outlineLvl", val=str(look.outline - 1)))


def _write_letters(style: CharacterStyle, look: Look) -> None:
    style.quick_style, style.hidden, style.unhide_when_used = True, False, False
    style.font.bold, style.font.italic = look.bold or None, look.italic or None
    style.font.size = Pt(look.size) if look.size else None
    if look.colour:
        style.font.color.rgb = RGBColor.from_string(look.colour)
    if look.colour == ACCENT:
        style.element.rPr.find(qn("w:color")).set(qn("w:themeColor"), "accent1")


def _write_edges(document: Document) -> None:
    """Give the words of the consultant and the reason for a level a line at their left."""
    for name, colour in (
        ("Comment", {"color": ACCENT, "themeColor": "accent1"}),
        ("Why", {"color": TARGET}),
    ):
        properties = document.styles[name].element.get_or_add_pPr()
        borders = OxmlElement("w:pBdr")
        borders.append(_element("w:left", val="single", sz="18", space="6", **colour))
        shade = _element("w:shd", val="clear", color="auto", fill=GROUND)
        properties.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind")
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind")


def _element(tag: str, **attributes: str) -> OxmlElement:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made

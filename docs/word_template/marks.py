"""The pieces of a Word template in WordprocessingML: paragraphs, tags, sections, slots, fields.

What stands between `{{ }}` and `{% %}` is filled in when a report is made. A tag with a `p` fills
a paragraph, which goes away; one with a `tr` a row, one with a `tc` a cell, one with an `r` a run.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

Part = str | tuple[str, str]
"""Text, or text with its character style."""


def said(sentence: str, places: str = "") -> str:
    """Return the tag for a *sentence* of the program, with what is filled into it."""
    told = sentence.replace("'", "\\'")
    return f"{{{{ _('{told}'{', ' * bool(places)}{places}) }}}}"


def counted(one: str, many: str, number: str, places: str = "") -> str:
    """Return the tag for a sentence that goes with a *number*."""
    return f"{{{{ n_('{one}', '{many}', {number}{', ' * bool(places)}{places}) }}}}"


def paragraph(*parts: Part, style: str = "") -> str:
    """Return a paragraph of *parts*."""
    form = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{form}{runs(*parts)}</w:p>"


def runs(*parts: Part) -> str:
    """Return the *parts* of a paragraph."""
    return "".join(run(part) if isinstance(part, str) else run(*part) for part in parts)


def run(text: str, style: str = "") -> str:
    """Return *text* with a character style; it may have several lines."""
    form = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    lines = '<w:br/><w:t xml:space="preserve">'.join(
        f"{escape(line)}</w:t>" for line in text.split("\n")
    )
    return f'<w:r>{form}<w:t xml:space="preserve">{lines}</w:r>'


def named(name: str, *parts: Part) -> str:
    """Return a paragraph with a *name* at its left, and the *parts* beside it."""
    form = '<w:pPr><w:pStyle w:val="Fact"/></w:pPr>'
    return f"<w:p>{form}{run(name, 'Strong')}{tabulator()}{runs(*parts)}</w:p>"


def tabulator() -> str:
    """Return a tabulator as a run."""
    return "<w:r><w:tab/></w:r>"


def when(condition: str, *blocks: str) -> str:
    """Return *blocks* that are there only under a *condition*."""
    return _tag(f"if {condition}") + "".join(blocks) + _tag("endif")


def each(loop: str, *blocks: str) -> str:
    """Return *blocks* once for each turn of a *loop*, such as `row in rows`."""
    return _tag(f"for {loop}") + "".join(blocks) + _tag("endfor")


def section(name: str, *blocks: str) -> str:
    """Return a section of the report, there only where it was chosen, with its headline."""
    this = f"shows.{name}"
    eyebrow = f"{{{{ {this}.number }}}} · {{{{ {this}.name }}}}"
    number = sum(map(ord, name))
    heading = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
        f'<w:bookmarkStart w:id="{number}" w:name="section_{name}"/>'
        f"{run(f'{{{{ {this}.headline }}}}')}"
        f'<w:bookmarkEnd w:id="{number}"/></w:p>'
    )
    return when(f"'{name}' in shows", paragraph(eyebrow, style="Eyebrow"), heading, *blocks)


def slot(name: str) -> str:
    """Return a slot for a comment: a content control whose words go when one writes in it."""
    inside = paragraph(("{{ comment }}", "PlaceholderText"), style="Comment")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{{{{ comment }}}}"/><w:tag w:val="comment-{name}"/>'
        '<w:id w:val="1"/><w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def field(code: str) -> str:
    """Return a field that Word fills in, such as PAGE."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def contents() -> str:
    """Return the contents: headlines that lead to their sections.

    It is a field, which Word makes anew on demand, then with the numbers of the pages.
    """
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    first = f"{run('{%r if loop.first %}')}{begin}{run('{%r endif %}')}"
    link = run("{{ link('section_' ~ section.id, section.headline) }}")
    form = '<w:pPr><w:pStyle w:val="toc1"/></w:pPr>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entry = each("section in listed", f"<w:p>{form}{first}{link}</w:p>")
    return f"{entry}<w:p>{form}{end}</w:p>"


def _tag(text: str) -> str:
    """Return the paragraph that holds only a tag."""
    return paragraph(f"{{%p {text} %}}")

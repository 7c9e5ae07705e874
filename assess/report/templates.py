"""Templates and style sheets: the program's own, or files of a consultancy in their place."""

from __future__ import annotations

import base64
import hashlib
import re
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import jinja2
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, ModuleLoader, StrictUndefined
from markupsafe import Markup

from assess.errors import AssessError
from assess.language.forms import date
from assess.language.messages import _, n_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from jinja2 import BaseLoader

COMPILED: Final = "compiled"
"""The folder beside the templates with what was compiled of them, by Jinja's version."""

SPOKEN: Final = {"_": _, "n_": n_, "date": date}
"""What every template can say in the spoken language."""

COMMENTS: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANKS: Final = re.compile(r"\n\s*")
"""What a style sheet has for those who write it, and no page needs."""

NEEDLESS: Final = re.compile(
    r"</t[dhr]>\s*(?=</?(?:t[dhr]|table|tbody|thead)\b)"
    r"|</(?:li|d[dt])>(?=\s*</?(?:d[dt]|div|dl|li|ol|ul)\b)"
)
"""End tags that HTML lets a page leave out, since what follows them says the same."""

HEAD_LETTERS: Final = 90
"""How much of a name fits the head of a printed page."""


@cache
def environment(
    folders: tuple[Path, ...], escape: Callable[[object], str] | None = None
) -> Environment:
    """Return what renders the templates in *folders*; the first that has a template wins.

    What a template shows is escaped by *escape*; as HTML, if there is none. They may lie beside
    themselves as this Jinja compiled them when the program was built.
    """
    made = Environment(
        loader=ChoiceLoader([_loader(folder) for folder in folders]),
        autoescape=escape is None,  # noqa: S701  where it is off, `finalize` escapes
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,  # spares more when compiling than it costs when rendering once
    )
    made.globals.update(SPOKEN)
    return made


def rendered(
    folders: tuple[Path, ...],
    name: str,
    shown: Mapping[str, Any],
    escape: Callable[[object], str] | None = None,
) -> str:
    """Return the template called *name* with what is *shown* in it; see `environment`.

    Raises:
        AssessError: A template is at fault; names it, with the line where it is known.

    """
    with faults_named(name):
        return environment(folders, escape).get_template(name).render(shown)


def lean(page: str) -> str:
    """Return *page* without the end tags that HTML does not need."""
    return NEEDLESS.sub("", page)


@contextmanager
def faults_named(name: str) -> Iterator[None]:
    """Turn what Jinja says of the template called *name* into a sentence.

    Raises:
        AssessError: The template, or one that it includes, is at fault.

    """
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        file = error.filename or error.name
        place = f"{file}:{error.lineno}" if file else name
        raise at_fault(place, error.message or "") from error
    except jinja2.TemplateError as error:
        raise at_fault(_last_template(error) or name, str(error)) from error


def at_fault(place: str, reason: str) -> AssessError:
    """Return what is said of a template that cannot be used: where, and why."""
    return AssessError(
        _("{place}: the template cannot be used: {reason}", place=place, reason=reason)
    )


def styled(css: str, head: str, corner: str) -> Mapping[str, Any]:
    """Return the style sheet *css* and the hash by which the page's security policy allows it.

    *head* and *corner* stand at the top of each printed page, left and right.

    Raises:
        AssessError: It holds `</`, which would end it.

    """
    if "</" in css:
        raise AssessError(_("A style sheet may not hold “</”, which would end it."))
    css = BLANKS.sub("", COMMENTS.sub("", css))
    css = css.replace('"RUNNING HEAD"', css_string(head[:HEAD_LETTERS]))
    css = css.replace('"CONFIDENTIAL"', css_string(corner[:HEAD_LETTERS]))
    digest = hashlib.sha256(css.encode("utf-8")).digest()
    # Safe as markup: nothing in it ends the style sheet.
    return {
        "css": Markup(css),  # noqa: S704 - see above
        "css_hash": f"sha256-{base64.b64encode(digest).decode('ascii')}",
    }


def css_string(text: str) -> str:
    r"""Return *text* as a CSS string in which every letter but A-Z, a-z, 0-9 is a `\` escape."""
    return f'"{"".join(map(_css_letter, text))}"'


def _loader(folder: Path) -> BaseLoader:
    compiled = folder / COMPILED / jinja2.__version__
    return ModuleLoader(compiled) if compiled.is_dir() else FileSystemLoader(folder)


def _last_template(error: BaseException) -> str:
    """Return file and line of the innermost template on the way to *error*."""
    trace, found = error.__traceback__, ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".j2", ".docx")):
            found = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _css_letter(letter: str) -> str:
    if letter.isascii() and (letter.isalnum() or letter == " "):
        return letter
    return f"\\{ord(letter):x} "  # the space ends the escape and is not shown

"""What `assess compare` found, on the screen, as JSON, or as a page or workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import click

from assess.cli.files import ENDING, STANDARD_OUTPUT
from assess.language.messages import _
from assess.model.comparison import Comparison
from assess.model.trend import Trend
from assess.report.compared import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.assessment import Assessment
    from assess.model.portfolio import Portfolio

    Found: TypeAlias = Comparison | Trend | Portfolio

NAME: Final = "comparison"
"""What a file is called that is given no name."""

OF_A_PAIR: Final = ("profile", "since", "method")
"""The sections of a report that show two cycles, the picture first."""


class Target(NamedTuple):
    """Where a comparison is written, and in which format."""

    path: Path
    format: str


def target_of(output: Path | None, wished: str | None, files: Sequence[Path]) -> Target | None:
    """Return where to write; None where the comparison is shown on the screen.

    Raises:
        click.UsageError: The path tells no format, or is an assessment.

    """
    if output is None and wished is None:
        return None
    kind = wished or next((n for n in FORMATS if str(output).lower().endswith(f".{n}")), None)
    if kind is None:
        raise click.UsageError(
            _("-o {target}: name a file that ends in .html or .xlsx, or --format.", target=output)
        )
    path = output or Path(f"{NAME}.{kind}")
    own = {file.resolve() for file in files}
    if path != STANDARD_OUTPUT and (path.name.endswith(ENDING) or path.resolve() in own):
        raise click.UsageError(
            _("-o {target} is an assessment; a report would destroy it.", target=path)
        )
    return Target(path, kind)


def show(found: Found, *, as_json: bool) -> None:
    """Print *found* on standard output."""
    from assess.cli.printing import print_json

    if as_json:
        print_json(found)
    elif isinstance(found, Comparison):
        from assess.terminal.comparison import print_comparison

        print_comparison(found)
    elif isinstance(found, Trend):
        from assess.terminal.trend import print_trend

        print_trend(found)
    else:
        from assess.terminal.portfolio import print_portfolio

        print_portfolio(found)


def pair_as(before: Assessment, after: Assessment, file: Path, kind: str) -> bytes:
    """Return what changed to *after*, which is in *file*, as a document of this *kind*."""
    from dataclasses import replace

    from assess.cli.reporting import look_of, report_of
    from assess.report.formats import made

    report = report_of(after, before)
    sections = {section.id: section for section in report.sections}
    shown = tuple(sections[name] for name in OF_A_PAIR)
    return made(replace(report, sections=shown), look_of(after, file), kind)


def trend_as(trend: Trend, last: Assessment, file: Path, kind: str) -> bytes:
    """Return *trend* up to the assessment in *file*, its *last*, as a document of this *kind*."""
    from assess.cli.reporting import look_of
    from assess.report.compared import made
    from assess.report.compared.cycles import cycles_of
    from assess.scoring.evaluate import evaluate

    return made(cycles_of(trend, evaluate(last)), look_of(last, file), kind)


def portfolio_as(portfolio: Portfolio, kind: str) -> bytes:
    """Return *portfolio* as a document of this *kind*, in a look that is of none of its members."""
    from assess.cli.reporting import look_with
    from assess.model.branding import Branding
    from assess.report.compared import made
    from assess.report.compared.members import members_of

    return made(members_of(portfolio), look_with(Branding()), kind)

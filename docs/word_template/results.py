"""What was found: the change since the last cycle, the profile, the gaps, the patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from word_template.marks import each, named, paragraph, said, when
from word_template.summary import CHANGE, LEGEND
from word_template.tables import Column, beside, table

if TYPE_CHECKING:
    from word_template.marks import Part

TITLES: Final = "{{{{ {}|map(attribute=1)|join(' · ') }}}}"
"""The titles of questions, of pairs of their ids and titles."""


def since() -> str:
    """Return the scores of both sides, and the questions that moved."""
    official = (
        "Official scores, and the same over only those questions that both sides answered and "
        "asked alike"
    )
    title = ("{{ moves.title }} ", ("{{ moves.questions|length }}", "Soft"))
    moved = beside("both in moves.questions|batch(2)", _moved(0), _moved(1))
    stayed = "{% if since.stayed %} {{ since.stayed }}{% endif %}"
    return "".join(
        (
            paragraph(said(official), style="Caption"),
            _both_sides(),
            paragraph(f"{{{{ since.version }}}}{stayed} {{{{ since.rounding }}}}", style="Note"),
            _bridge(),
            each("moves in since.moves", paragraph(*title, style="Heading2"), moved),
        )
    )


def profile() -> str:
    """Return the dimensions in numbers."""
    held = ("row.held", ("{{ row.held }}", "Small"))
    columns = (
        Column(said("Dimension"), ("{{ row.title }}",), 52),
        Column(said("Level"), ("{{ row.level }}",), 42, below=(held,)),
        Column(said("Score"), (("{{ row.score }}", "Strong"),), 21, "TableNumber"),
        CHANGE,
        Column(said("Target"), ("{{ row.target }}",), 17, "TableNumber"),
        Column(said("Coverage"), ("{{ row.coverage }}",), 21, "TableNumber"),
    )
    return "".join(
        (
            paragraph(said("Score, level, coverage and target"), style="Caption"),
            table(columns, "row in rows", words=said("Profile in numbers")),
            when("sum", paragraph("{{ sum }}", style="Note")),
        )
    )


def gaps() -> str:
    """Return the distances to the targets, widest first."""
    columns = (
        Column(said("Dimension"), ("{{ row.title }}",), 62),
        Column("", ("{{ bar(row.marks) }}",), 49),
        Column(said("Score"), ("{{ row.score }}",), 21, "TableNumber"),
        Column(said("Target"), ("{{ row.target }}",), 21, "TableNumber"),
        Column(said("Gap"), (("{{ row.gap }}", "Strong"),), 21, "TableNumber"),
    )
    note = said(
        "The target is a level. The gap is the distance from the score to that level's value; "
        "a score that rounds to the level has none."
    )
    return "".join(
        (
            table(columns, "row in rows_by_gap", words="{{ shows.gaps.headline }}"),
            paragraph(LEGEND, style="Note"),
            paragraph(note, style="Note"),
        )
    )


def patterns() -> str:
    """Return the patterns that are seen, and those that cannot be judged."""
    known = said(
        "Known patterns: {known}. Seen: {seen}; not seen: {not_seen}; cannot be judged: {unknown}.",
        "known=card.patterns|length, seen=patterns.cards|length, not_seen=patterns.not_seen, "
        "unknown=patterns.unjudged|length",
    )
    needs = (f"{TITLES.format('pattern.open')} {{{{ pattern.not_asked }}}}", "Soft")
    unjudged = paragraph("{{ pattern.name }} ", needs, style="ListSmall")
    return "".join(
        (
            each("found in patterns.cards", _pattern()),
            paragraph(known, style="Note"),
            when(
                "patterns.unjudged",
                paragraph(said("Cannot be judged yet"), style="Heading2"),
                each("pattern in patterns.unjudged", unjudged),
            ),
        )
    )


def _both_sides() -> str:
    like = "{{ pair.like_before }} → {{ pair.like_after }}"
    columns = (
        Column(said("Dimension"), ("{{ pair.title }}",), 49),
        Column("{{ since.before }}", ("{{ pair.before }}",), 14, "TableNumber"),
        Column("{{ since.after }}", (("{{ pair.after }}", "Strong"),), 14, "TableNumber"),
        Column(said("Change"), ("{{ delta(pair.change) }}",), 19, "TableNumber"),
        Column(said("Level"), ("{{ pair.levels }}",), 16, "TableNumber"),
        Column(said("Like for like"), (like,), 23, "TableNumber"),
        Column(said("Change"), ("{{ delta(pair.like_change) }}",), 19, "TableNumber"),
        Column(said("Questions"), ("{{ pair.basis }}",), 20, "TableNumber"),
    )
    total = (columns[0]._replace(parts=(("{{ pair.title }}", "Strong"),)), *columns[1:])
    return table(
        columns,
        "pair in since.pairs[:-1]",
        last=("pair = since.pairs[-1]", total),
        words=said("Scores of both sides"),
    )


def _bridge() -> str:
    """Return the steps from one overall score to the other, or why there are none."""
    way, strong = "since.bridge", "Strong"
    edges = f"{{{{ {way}.chart.first }}}} \N{EN DASH} {{{{ {way}.chart.last }}}}"
    columns = (
        Column(said("Step"), ("{{ step.name }}",), 44),
        Column(edges, ("{{ step_bar(step.stretch) }}",), 49),
        Column(said("Change"), ("{{ delta(step.change) }}",), 20, "TableNumber"),
        Column(said("Score"), ("{{ step.score }}",), 16, "TableNumber"),
        Column(said("Questions"), ("{{ step.took }}",), 45),
    )

    def end(side: str, change: str, kind: str) -> tuple[Column, ...]:
        shown = (
            (f"{{{{ since.{side} }}}}", strong),
            f"{{{{ mark({way}.chart.{side}, '{kind}') }}}}",
            change,
            (f"{{{{ {way}.{side} }}}}", strong),
            "",
        )
        return tuple(c._replace(parts=(one,)) for c, one in zip(columns, shown, strict=True))

    whole = end("after", f"{{{{ delta({way}.whole) }}}}", "now")
    shown = table(
        columns,
        f"step in {way}.steps",
        first=end("before", "", "before"),
        last=(f"way = {way}", whole),
        words=said("From {before} to {after}", "before=since.before, after=since.after"),
    )
    told, note = (f"{{{{ {way}.{name} }}}}" for name in ("told", "note"))
    steps = when(
        f"{way}.chart", paragraph(told, style="Heading2"), shown, paragraph(note, style="Note")
    )
    return steps + when(f"not {way}.chart", paragraph(told, style="Note"))


def _moved(place: int) -> tuple[Part, ...]:
    """Return one of the two questions in a row; there may be only one."""
    there, move = f"{{% if both|length > {place} %}}", f"both[{place}]"
    return (
        f"{there}{{{{ {move}.title }}}} {{% endif %}}",
        (f"{there}{{{{ {move}.levels }}}}{{{{ {move}.reason }}}}{{% endif %}}", "Soft"),
    )


def _pattern() -> str:
    name = ("{{ found.pattern.name }}  ", ("{{ found.severity }}", "Severity"))
    because = ("{{ found.pattern.plain }} ", (TITLES.format("found.questions"), "Soft"))
    return "".join(
        (
            paragraph(*name, style="Heading2"),
            paragraph("{{ found.pattern.description }}"),
            named(said("What it leads to"), "{{ found.pattern.consequence }}"),
            named(said("Why it is seen"), *because),
            each("label, text in found.more", named("{{ label }}", "{{ text }}")),
        )
    )

"""Adds slides with what all of them have: title, section, footer, number, notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from pptx.oxml.ns import qn

from assess.report import archive
from assess.report.slides.base import FOOT, Base
from assess.report.slides.boxes import Box
from assess.report.slides.letters import plain, shortened
from assess.report.slides.masters import SECTION
from assess.report.slides.paragraphs import SOFT, Paragraph, fitted, paragraph
from assess.report.slides.placeholders import TEXTS, TITLES, add_foot, clear, fill, find
from assess.report.slides.writing import add_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from pptx.slide import Slide, SlideLayout

    from assess.report.look import Look
    from assess.report.report import Report
    from assess.report.sections import Section
    from assess.report.slides.placeholders import Place

SMALL: Final = 10


REMARK: Final = 38.0
"""The room for a remark at the lower edge."""


class Page(NamedTuple):
    """A slide with the room for its content."""

    slide: Slide
    body: Box

    @property
    def main(self) -> Box:
        """The room over the remark."""
        return self.body.above(self.body.height - REMARK)

    def remark(self, text: str) -> None:
        """Write *text* in small letters at the lower edge; nothing where it is empty."""
        room = self.body.below(self.main.height + REMARK / 5)

        def build(size: float) -> list[Paragraph]:
            return [paragraph(text, size, colour=SOFT)]

        if text:
            texts = fitted(build, (11, 10, 9), room=room.width, high=room.height)
            add_text(self.slide.shapes, room, texts)

    def note(self, texts: Iterable[str]) -> None:
        """Write the speaker's notes, a paragraph each; empty texts are left out."""
        said = [plain(text) for text in texts if text]
        frame = self.slide.notes_slide.notes_text_frame if said else None
        if frame is not None:
            frame.text = "\n".join(said)


@dataclass(frozen=True)
class Deck:
    """The slides of a report while they are made."""

    report: Report
    look: Look
    base: Base

    @property
    def accent(self) -> str:
        """The colour of what is now."""
        return self.look.palette.accent

    @property
    def main(self) -> Box:
        """The room that every slide but the first has over its remark."""
        return self.base.body.above(self.base.body.height - REMARK)

    @property
    def day(self) -> dt.datetime:
        """When the slides are said to be made."""
        return archive.moment(self.report.card.date)

    def cover(self, title: str, texts: Sequence[str]) -> Page:
        """Add the title slide, with *texts* below its title."""
        under = find(self.base.cover, *TEXTS)
        return self._page(self.base.cover, title, [] if under is None else [(under, texts)])

    def page(self, section: Section, *, title: str | None = None, number: int = 1) -> Page:
        """Add a slide of *section*; its title is the conclusion, numbered from the second on."""
        headline = section.headline if title is None else title
        named = [p for p in self.base.content.placeholders if p.name == SECTION]
        return self._page(
            self.base.content,
            headline if number == 1 else f"{headline} ({number})",
            [(place, [section.name]) for place in named],
        )

    def finish(self) -> None:
        """Add the footers, and say in which language everything is."""
        for number, slide in enumerate(self.base.presentation.slides, 1):
            self._foot(slide, number)
            parts = [slide.element]
            parts += [slide.notes_slide.element] if slide.has_notes_slide else []
            for run in (run for part in parts for run in part.iter(qn("a:r"))):
                run.get_or_add_rPr().set("lang", self.report.language)

    def _page(
        self, layout: SlideLayout, title: str, filled: Sequence[tuple[Place, Sequence[str]]]
    ) -> Page:
        slide = self.base.presentation.slides.add_slide(layout)
        head = find(layout, *TITLES)
        clear(slide, [head, *(place for place, _texts in filled)])
        for place, texts in ((head, [title]), *filled):
            fill(slide, place, layout, texts)
        return Page(slide, self.base.body)

    def _foot(self, slide: Slide, number: int) -> None:
        card = self.report.card
        said = (card.organisation, card.unit, card.cycle, self.look.confidentiality)
        text = " · ".join(part for part in said if part)
        if not add_foot(slide, slide.slide_layout, text, number):
            body = self.base.body
            box = Box(body.left, self.base.height - FOOT + 10, body.width * 0.8, FOOT / 2)
            text = shortened(plain(text), box.width, SMALL, most=1)
            add_text(slide.shapes, box, [paragraph(text, SMALL, colour=SOFT)])

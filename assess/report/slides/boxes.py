"""Places on a slide, in points from its upper left corner."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends to the right."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def above(self, height: float) -> Box:
        """Return its uppermost part."""
        return self._replace(height=height)

    def below(self, height: float) -> Box:
        """Return what is left under its uppermost part."""
        return self._replace(top=self.top + height, height=self.height - height)

    def columns(self, *shares: float, gap: float) -> tuple[Box, ...]:
        """Return it divided from left to right by *shares* of the width, with gaps between."""
        unit = (self.width - gap * (len(shares) - 1)) / sum(shares)
        starts = [sum(shares[:place]) * unit + place * gap for place in range(len(shares))]
        return tuple(
            self._replace(left=self.left + start, width=share * unit)
            for start, share in zip(starts, shares, strict=True)
        )

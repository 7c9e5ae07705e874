"""Logos: pictures that are small enough for a report, of a kind that every reader shows."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

from assess.errors import AssessError
from assess.language.messages import _
from assess.model.branding import Logo
from assess.store.source import read_bytes, shown_name

if TYPE_CHECKING:
    from pathlib import Path

    from assess.model.branding import Picture

MOST_BYTES: Final = 100_000
"""How large a logo may be: it is carried inside of every page."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_SVG: Final = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]", re.DOTALL
)
_VIEW_BOX: Final = re.compile(
    rb"""<svg[^>]*\sviewBox\s*=\s*["'][-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)["']"""
)
_SIZE: Final = re.compile(
    rb"""<svg(?=[^>]*\swidth\s*=\s*["']([\d.]+))(?=[^>]*\sheight\s*=\s*["']([\d.]+))"""
)
_FRAMES: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG behind which its size stands."""


def load_logo(path: Path) -> Logo:
    """Return the picture in *path*.

    Raises:
        AssessError: It cannot be read, is too large, or is no PNG, JPEG or SVG file.

    """
    content = read_bytes(path)
    if len(content) > MOST_BYTES:
        raise AssessError(
            _(
                "{file} has {size} kB; a logo may have {most} kB, because every report carries it.",
                file=shown_name(path),
                size=-(-len(content) // 1000),
                most=MOST_BYTES // 1000,
            )
        )
    kind = _kind(content)
    proportion = _proportion(kind, content) if kind else None
    if kind is None or proportion is None:
        raise AssessError(
            _("{file} is no picture in PNG, JPEG or SVG with a size.", file=shown_name(path))
        )
    return Logo(kind, content, proportion)


def _kind(content: bytes) -> Picture | None:
    if content.startswith(_PNG):
        return "image/png"
    if content.startswith(_JPEG):
        return "image/jpeg"
    return "image/svg+xml" if _SVG.match(content) else None


def _proportion(kind: Picture, content: bytes) -> float | None:
    """Return the width for a height of 1; None where the picture does not say it."""
    try:
        width, height = _SIZES[kind](content)
        return width / height if width > 0 else None
    except (struct.error, ValueError, ZeroDivisionError):
        return None


def _png_size(content: bytes) -> tuple[float, float]:
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[float, float]:
    place = 2
    while True:
        marker, length = struct.unpack(">xBH", content[place : place + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        place += 2 + length


def _svg_size(content: bytes) -> tuple[float, float]:
    found = _VIEW_BOX.search(content) or _SIZE.search(content)
    return (float(found[1]), float(found[2])) if found else (0, 0)


_SIZES: Final = {"image/png": _png_size, "image/jpeg": _jpeg_size, "image/svg+xml": _svg_size}

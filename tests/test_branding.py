"""Branding: colours that can be read, logos that every reader shows, what goes before what."""

from __future__ import annotations

import base64
import json
import re
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.errors import AssessError
from assess.model.colour import LEGIBLE, WHITE, contrast, ink, legible, mixed
from assess.report.palette import DARK_CARD, dark, light
from assess.store.logos import load_logo

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 120, 40) + b"\x08\x02\0\0\0"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04\0\0"
    b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 40, 100) + b"\x01\x01\x11\0"
)
SVG = b'<?xml version="1.0"?>\n<!-- ours --><svg viewBox="0 0 50 25"/>'


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#123456", "#123456", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one, other, found):
    assert round(contrast(one, other), 2) == found == round(contrast(other, one), 2)


@given(colours, colours)
def test_what_is_made_legible_is_legible(colour, ground):
    assert contrast(legible(colour, ground), ground) >= LEGIBLE
    assert contrast(ink(ground), ground) >= LEGIBLE
    assert mixed(colour, ground, 0) == colour
    assert mixed(colour, ground, 1) == ground


@given(colours)
def test_every_accent_gives_colours_that_can_be_read(colour):
    by_day, by_night = light(legible(colour, WHITE)), dark(legible(colour, WHITE))
    assert contrast(by_day.accent, WHITE) >= LEGIBLE
    assert contrast(by_night.accent, DARK_CARD) >= LEGIBLE
    pairs = [
        pair
        for palette in (by_day, by_night)
        for pair in zip(
            (palette.accent, *palette.shades), (palette.on_accent, *palette.inks), strict=True
        )
    ]
    assert all(contrast(ground, letter) >= LEGIBLE for ground, letter in pairs)


@pytest.mark.parametrize(
    ("content", "kind", "proportion"),
    [
        (PNG, "image/png", 3.0),
        (JPEG, "image/jpeg", 2.5),
        (SVG, "image/svg+xml", 2.0),
        (b'<svg width="30px" height="10px"></svg>', "image/svg+xml", 3.0),
    ],
)
def test_a_logo_says_what_it_is_and_how_wide(content, kind, proportion, tmp_path):
    file = tmp_path / "logo"
    file.write_bytes(content)
    assert load_logo(file) == (kind, content, proportion)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a", "is no picture in PNG, JPEG or SVG with a size"),
        (b"", "is no picture"),
        (PNG[:20], "is no picture"),
        (JPEG[:9], "is no picture"),
        (b"<svg/>", "is no picture"),
        (b'<svg viewBox="0 0 5 0"/>', "is no picture"),
        (b"<html><svg viewBox='0 0 5 5'/>", "is no picture"),
        (PNG + b"\0" * 100_000, "has 101 kB; a logo may have 100 kB"),
    ],
)
def test_what_is_no_logo_is_refused(content, said, tmp_path):
    file = tmp_path / "logo"
    file.write_bytes(content)
    with pytest.raises(AssessError, match=re.escape(said)):
        load_logo(file)


def page(run, folder, *options):
    assert run("report", "acme.assess.json", "-o", "out.html", "--force", *options).status == 0
    return folder.joinpath("out.html").read_text(encoding="utf-8")


@pytest.fixture
def acme(run, folder):
    run("new", "acme", "--organisation", "Acme", "--cycle", "2026", "--date", "2026-01-31")
    return folder


def test_the_report_is_branded_by_the_configuration(run, acme):
    acme.joinpath("ours.png").write_bytes(PNG)
    acme.joinpath("assess.toml").write_text(
        '[branding]\nconsultancy = "Pine & Partners"\nconsultant = "R. Pine"\n'
        'confidentiality = "For the board only"\nlogo = "ours.png"\naccent = "#7a1f5c"\n',
        encoding="utf-8",
    )
    text = page(run, acme)
    assert f"data:image/png;base64,{base64.b64encode(PNG).decode()}" in text
    assert 'alt="Pine &amp; Partners" width="120" height="40"' in text
    assert "R. Pine, Pine &amp; Partners" in text
    assert text.count("For the board only") == 3
    assert "--cur:#7a1f5c" in text
    assert "Confidential" not in text


def test_what_the_assessment_says_goes_before_the_configuration(run, acme):
    acme.joinpath("assess.toml").write_text(
        '[branding]\nconsultancy = "Pine"\nconsultant = "R. Pine"\n', encoding="utf-8"
    )
    file = acme / "acme.assess.json"
    said = json.loads(file.read_text(encoding="utf-8"))
    said["branding"] = {"consultant": "O. Oak"}
    file.write_text(json.dumps(said), encoding="utf-8")
    assert "O. Oak, Pine" in page(run, acme)


def test_a_logo_is_looked_for_beside_the_file_that_names_it(run, acme):
    users = acme / ".config" / "assess"
    users.mkdir(parents=True)
    users.joinpath("ours.svg").write_bytes(SVG)
    users.joinpath("assess.toml").write_text('[branding]\nlogo = "ours.svg"\n', encoding="utf-8")
    assert "data:image/svg+xml;base64," in page(run, acme)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('accent = "#ffcc00"', "too light to be read on white: a contrast of 1.5 to 1"),
        ('accent = "red"', "assess.toml:2:10: branding.accent:"),
        ('colour = "#000000"', "unknown key"),
        ('logo = "none.png"', "none.png"),
    ],
)
def test_branding_that_cannot_be_used_is_refused(line, said, run, acme):
    acme.joinpath("assess.toml").write_text(f"[branding]\n{line}\n", encoding="utf-8")
    ran = run("report", "acme.assess.json")
    assert ran.status == 2
    assert said in ran.err

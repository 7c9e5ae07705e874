"""Build the gallery: `python -m docs.gallery [FOLDER [NAME...]]`, all of it into build/gallery.

Prints the HTML files, for the checker of reports; index.html shows them all.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docs.gallery.build import build, working_in
from docs.gallery.contents import contents
from docs.gallery.samples import names, sample


def main(folder: str = "build/gallery", *wished: str) -> None:
    """Write the *wished* samples into *folder*/reports, and the page of contents beside them."""
    reports = Path(folder) / "reports"
    with working_in(reports):
        built = {one: build(one) for one in map(sample, wished or names())}
    made = {one: tuple(reports / file for file in files) for one, files in built.items()}
    index = Path(folder) / "index.html"
    index.write_text(contents(made), encoding="utf-8", newline="\n")
    print("\n".join(str(files[0]) for files in made.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])

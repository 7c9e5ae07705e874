"""What is made when the program is built or installed: catalogues, translations, templates.

All are made from files that people edit. A wheel carries them; a source checkout gets the
catalogues beside their sources and reads the others as they are edited.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
CATALOGUES = ROOT / "assess" / "language" / "catalogues"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # its configuration is its own
    """Compiles before hatchling packs the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; *version* is `editable` where the checkout itself is installed."""
        if self.target_name == "sdist":
            return  # it carries the sources only
        build_data["artifacts"] += ["assess/language/catalogues/**/*.mo"]
        compile_catalogues()
        if version != "editable":
            folder = ROOT / "build" / "translations"
            compile_translations(folder)
            build_data["force_include"][str(folder)] = "assess/_data/translations"
            compiled = ROOT / "build" / "templates"
            compile_templates(compiled)
            build_data["force_include"][str(compiled)] = "assess/_data/templates/report/compiled"


def compile_catalogues() -> None:
    """Write the .mo beside each .po, unless it is newer."""
    for source in sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parents[1].name)
        with compiled.open("wb") as file:
            write_mo(file, catalogue)


def compile_translations(folder: Path) -> None:
    """Write each translation of a built-in questionnaire to *folder*, checked, as JSON."""
    sys.path.insert(0, str(ROOT))
    from assess.scoring.fingerprint import as_asked  # noqa: PLC0415  only a build of a wheel needs it
    from assess.store.library import available  # noqa: PLC0415  only a build of a wheel needs it
    from assess.store.shipped import questionnaires_folder  # noqa: PLC0415  same
    from assess.store.translations import checked_translation, languages_of  # noqa: PLC0415  same

    folder.mkdir(parents=True, exist_ok=True)
    for listing in available():
        shipped = listing.path.resolve().is_relative_to(questionnaires_folder().resolve())
        if listing.questionnaire is None or not shipped:
            continue
        for language in languages_of(listing.path):
            checked = checked_translation(listing.questionnaire, listing.path, language)
            facts = as_asked(listing.questionnaire).questionnaire.sources.facts
            named = {name: text for name, text in checked.facts.items() if name in facts}
            checked = checked.model_copy(update={"facts": named})
            text = checked.model_dump_json(exclude_defaults=True, exclude={"translated_from"})
            target = folder / f"{listing.id}.{language}.json"
            target.write_text(text, encoding="utf-8", newline="\n")


def compile_templates(folder: Path) -> None:
    """Write the report's templates to *folder* as Python, for the Jinja that is installed now."""
    sys.path.insert(0, str(ROOT))
    import jinja2  # noqa: PLC0415  only a build of a wheel needs it

    from assess.report.markdown import escaped  # noqa: PLC0415  same
    from assess.report.templates import environment  # noqa: PLC0415  same

    source, target = (ROOT / "templates" / "report",), folder / jinja2.__version__
    shutil.rmtree(folder, ignore_errors=True)
    for templates, ending in (
        (environment(source), ".html.j2"),
        (environment(source, escaped), ".md.j2"),
    ):
        named = [name for name in templates.list_templates() if name.endswith(ending)]
        templates.compile_templates(
            target, filter_func=named.__contains__, zip=None, ignore_errors=False
        )


if __name__ == "__main__":
    compile_catalogues()

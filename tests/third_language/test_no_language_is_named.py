"""Code and templates name no language, so that a further one is a setting and a catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
NAMES_A_LANGUAGE = re.compile(r"(?:^|_|/)(?:pl|en)(?:$|/)")
IN_A_TEMPLATE = re.compile(r"""["'](?:pl|en)["']|_(?:pl|en)\b|/(?:pl|en)/""")
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)

# Where a language is named on purpose, and why.
ON_PURPOSE = {
    "twinning/settings.py": "the setting itself",
    "twinning/translation/extraction.py": "the language in which the code's messages are written",
    "twinning/translation/typography.py": "Polish alone keeps one-letter words at the next word",
    "twinning/translation/exchange/languages.py": "the small words that tell a text's language",
    "twinning/dates/rendering/__init__.py": "which grammar writes dates; others are CLDR's",
    "twinning/dates/rendering/cldr.py": "the wording for a language that CLDR doesn't know",
    "twinning/dates/rendering/polish.py": "the grammar of Polish dates",
    "twinning/dates/parsing/__init__.py": "the languages in which dates are typed",
    "twinning/dates/parsing/lexer.py": "Polish reads numbers and months by its own rules",
    "twinning/search/words/analysis.py": "Polish words have a dictionary",
    "twinning/search/words/function_words.py": "the words that nobody looks for",
    "events/legacy/vocabulary.py": "the words by which a chronicle tells what happened",
    "events/presentation/places.py": "Polish puts the names of places into cases",
}

# The code's messages, shown to whom translates them.
SHOWS_MESSAGES = ROOT / "templates" / "admin" / "translation"


def naming(path: Path) -> Iterator[str]:
    """The strings of a module that name a language; docstrings may."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in docstrings and NAMES_A_LANGUAGE.search(text):
            yield f"{path.relative_to(ROOT)}:{node.lineno}: {text!r}"  # type: ignore[attr-defined]


def modules() -> list[Path]:
    return [
        path
        for folder in ("twinning", "partners", "events")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def test_no_module_names_a_language_but_for_a_reason() -> None:
    found = {str(path.relative_to(ROOT)): named for path in modules() if (named := [*naming(path)])}

    assert {path: named for path, named in found.items() if path not in ON_PURPOSE} == {}
    assert ON_PURPOSE.keys() - found.keys() == set(), "reasons for nothing"


@pytest.mark.parametrize("suffix", ["html", "txt", "js"])
def test_no_template_or_script_names_a_language(suffix: str) -> None:
    folders = [ROOT / "templates", ROOT / "static", *ROOT.glob("twinning/*/templates")]
    found = [
        f"{path.relative_to(ROOT)}: {named[0]}"
        for folder in folders
        for path in sorted(folder.rglob(f"*.{suffix}"))
        if path.parent != SHOWS_MESSAGES
        and (named := IN_A_TEMPLATE.search(COMMENT.sub("", path.read_text(encoding="utf-8"))))
    ]
    assert found == []

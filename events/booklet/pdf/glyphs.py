"""Characters that no typeface of the booklet has: PDF/UA-1 forbids to set them at all."""

import unicodedata
from collections.abc import Sequence

import typst

STAND_IN = "▯"
# What both our families hold (docs/fonts.md) and what tells Typst to do something; the rest is
# tried out, since Typst brings typefaces of its own for Greek, Cyrillic and many signs.
_SURE = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x2010, 0x2015),
    range(0x2018, 0x201B),
    range(0x201C, 0x201F),
)
_TRIAL = b'#set document(title: "-")\n#sys.inputs.text.split("|").join(parbreak())'


def printable(text: str) -> str:
    """Composed as far as can be, and with `STAND_IN` for each character that can't be printed."""
    text = unicodedata.normalize("NFC", text)
    lost = _unprintable(sorted(character for character in set(text) if _is_strange(character)))
    return text.translate(dict.fromkeys(map(ord, lost), STAND_IN))


def _is_strange(character: str) -> bool:
    return character not in "\n\t" and not any(ord(character) in sure for sure in _SURE)


def _unprintable(characters: Sequence[str]) -> list[str]:
    """Halving, as usually all of them can be printed."""
    if not characters or _can_print(characters):
        return []
    if len(characters) == 1:
        return list(characters)
    middle = len(characters) // 2
    return [*_unprintable(characters[:middle]), *_unprintable(characters[middle:])]


def _can_print(characters: Sequence[str]) -> bool:
    try:
        typst.compile(
            _TRIAL,
            ignore_system_fonts=True,
            pdf_standards="ua-1",
            sys_inputs={"text": "|".join(f"a{character}" for character in characters)},
        )
    except typst.TypstError:
        return False
    return True

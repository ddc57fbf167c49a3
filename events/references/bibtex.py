"""An entry for biblatex, in UTF-8, which biber reads as it is."""

from babel import Locale

from events.references.reference import Reference

# A brace counts for the balance of an entry even after a backslash: so no brace is written bare.
_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{each: f"\\{each}" for each in "#$%&_"},
    }
)


def bibtex(reference: Reference) -> str:
    # Doubled braces keep a name in one piece and a title in the letters that it has.
    author = f"{{{_text(reference.author)}}}" if reference.author else ""
    fields = {
        "author": author,
        "title": f"{{{_text(reference.title)}}}",
        "organization": _text(reference.site),
        "version": _text(reference.version),
        "date": reference.published.isoformat(),
        "url": _address(reference.url),
        "urldate": reference.accessed.isoformat(),
        "langid": _language(reference.language),
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{reference.key},", *lines, "}", ""])


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _address(url: str) -> str:
    """Taken literally by biblatex; only braces would end it."""
    return url.replace("{", "%7B").replace("}", "%7D")


def _language(code: str) -> str:
    """As babel and polyglossia call it, which is by its English name: “polish”."""
    return (Locale.parse(code, sep="-").english_name or code).casefold()

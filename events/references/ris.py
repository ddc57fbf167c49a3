"""A record of RIS, as reference managers import it: a tag, two spaces, a hyphen, a space; CRLF."""

from events.references.reference import Reference


def ris(reference: Reference) -> str:
    lines = [
        ("TY", "ELEC"),
        ("ID", reference.key),
        *([("AU", reference.author)] if reference.author else []),
        ("TI", reference.title),
        ("T2", reference.site),
        ("ET", reference.version),
        ("PY", str(reference.published.year)),
        ("DA", f"{reference.published:%Y/%m/%d}/"),
        ("Y2", f"{reference.accessed:%Y/%m/%d}/"),
        ("LA", reference.language),
        ("UR", reference.url),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)

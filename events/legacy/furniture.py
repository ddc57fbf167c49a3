"""What a page shows around its chronicle: menus, calls to print or share, logos, notices."""

import re

from events.legacy.values import Span

# Lines that are furniture from their first word to their last.
LINES = re.compile(
    r"""\s*(?:
      (?:pomiń|przeskocz|przejdź\ do|powrót|wróć|wstecz|do\ góry)\b.*
    | (?:skip\ to|jump\ to|back\ to|go\ back)\b.*
    | (?:drukuj|wersja\ do\ druku|udostępnij|poleć|podziel\ się)\W*
    | (?:print|share|tweet|e-?mail|pdf|rss)\W*
    | (?:menu|szukaj|wyszukaj|zaloguj(?:\ się)?|kontakt|mapa\ (?:strony|serwisu))\W*
    | (?:search|log\ ?in|contact|site\ ?map)\W*
    | (?:czytaj|czytaj\ więcej|więcej|następn[ya]|poprzedni[a]?)\W*
    | (?:read\ more|more|next|previous)\W*
    | (?:strona\ główna|home)\b\s*(?:[>»/|].*)?
    | (?:polityka\ (?:prywatności|cookies)|deklaracja\ dostępności)\b.{0,40}
    | (?:privacy\ policy|accessibility)\b.{0,40}
    | (?:ta\ strona|strona|serwis|this\ (?:web)?site|we)\b.{0,40}\b(?:ciasteczka|cookies)\b.*
    | .*\b(?:copyright|all\ rights\ reserved|wszelkie\ prawa\ zastrzeżone)\b.*
    | .*©.*
    | logo\b.*
    | (?:fot|photo|źródło\ zdjęć)\.?:?\s.{0,80}
    | (?:autor|opublikowa(?:ł|no|ła)|data\ publikacji|wytworzył)\b.{0,80}
    | (?:ostatnia\ (?:zmiana|modyfikacja)|odsłon|liczba\ (?:odsłon|wyświetleń))\b.{0,80}
    | (?:published|posted|last\ (?:modified|updated)|author)\b.{0,80}
    | [\w-]+\.(?:jpe?g|png|gif|pdf|docx?|svg|webp)
    | (?:strona|page)\ \d+(?:\ (?:z|of)\ \d+)?
    | -?\s*\d{1,3}\s*-?
    | https?://\S+ | www\.\S+
    | (?:\d{1,2}\ \w+\ \d{4}|\w{3}\ \d{1,2},\ \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4})
      \s*[|•·]\s*\D{0,60}
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
# Behind one of these the chronicle is over.
LAST = re.compile(
    r"\s*\b(?:sprawdź|czytaj|zobacz|przeczytaj)\s+(?:także|też|również)\b[.: ]*$"
    r"|\s*\b(?:see also|read also|related (?:articles|news|pages))\b[.: ]*$"
    r"|\s*\bpowiązane (?:artykuły|strony)\b[.: ]*$",
    re.IGNORECASE,
)
LONGEST_LINE = 200  # characters; what is longer was written to be read


def is_furniture(text: str) -> bool:
    return len(text) <= LONGEST_LINE and LINES.fullmatch(text) is not None


def last_call(text: str) -> Span | None:
    """Where a block ends in “sprawdź także” or the like, which leads away from the page."""
    match = LAST.search(text, max(len(text) - LONGEST_LINE, 0))
    return Span(match.start(), match.end()) if match else None

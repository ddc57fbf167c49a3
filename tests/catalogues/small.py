"""Small catalogues in place of the site's, and what a translator does with them."""

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from twinning.translation.models import key_of

PAGES = "/en/admin/translation/changedmessage/"
FORMS = (
    '"Plural-Forms: nplurals=4; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && '
    '(n%100<12 || n%100>14) ? 1 : 2);\\n"\n'
)
POLISH = """\
#: templates/site/home.html
msgid "Reading room"
msgstr "Czytelnia"

#: templates/site/home.html
msgid "Lantern"
msgstr ""

#, fuzzy
msgid "The bridges of Łódź"
msgstr "Mosty Łodzi"

msgid "Bring %(item)s <b>now</b>"
msgstr "Przynieś %(item)s <b>teraz</b>"

msgid "%(count)s lamp"
msgid_plural "%(count)s lamps"
msgstr[0] "%(count)s lampa"
msgstr[1] "%(count)s lampy"
msgstr[2] "%(count)s lamp"
msgstr[3] "%(count)s lampy"

#: events/urls.py
msgctxt "address"
msgid "lamps/"
msgstr "lampy/"

msgctxt "address"
msgid "rooms/"
msgstr "sale/"
"""


def write(folder: Path, language: str, messages: str, forms: str = FORMS) -> Path:
    path = folder / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
    kind = '"Content-Type: text/plain; charset=utf-8\\n"\n'
    path.write_text(head + kind + forms + "\n" + messages, encoding="utf-8")
    return path


def address(message: str, context: str = "", language: str = "pl", *, query: str = "") -> str:
    return f"{PAGES}{language}/{key_of(message, context)}/{query}"


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def opened(client: Client, url: str) -> dict[str, str]:
    """What the form of a text holds when it is opened."""
    page = soup(client.get(url))
    values = {str(box["name"]): str(box["value"]) for box in page.select("input[name=token]")}
    boxes = page.select("textarea[name]")
    return values | {str(box["name"]): box.get_text().removeprefix("\n") for box in boxes}


def save(client: Client, url: str, **changes: str) -> Any:
    return client.post(url, {**opened(client, url), "_save": "1", **changes})


def errors(response: Any) -> str:
    return " ".join(each.get_text(" ") for each in soup(response).select(".errorlist"))

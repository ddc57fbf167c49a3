"""The catalogues with what was changed on the site, as files: taken away, or written back."""

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from twinning.translation.catalogues import read_catalogue, write_catalogue
from twinning.translation.extraction import catalogue_path
from twinning.translation.interface.texts import InterfaceText, texts_of
from twinning.translation.models import ChangedMessage


def merged_file(language: str) -> bytes:
    """The catalogue as readers see it, for a translator's own tool."""
    catalog = read_catalogue(catalogue_path(language), language)
    _put_in(catalog, _in_force(language))
    file = BytesIO()
    write_po(file, catalog, include_lineno=False)
    return file.getvalue()


def write_back(language: str) -> list[InterfaceText]:
    """Write the changes that hold into `locale/`, for a commit; return those that it didn't say."""
    news = [text for text in _in_force(language) if text.is_changed or text.is_fuzzy]
    if news:
        path = catalogue_path(language)
        catalog = read_catalogue(path, language)
        _put_in(catalog, news)
        write_catalogue(path, catalog)
    return news


def settle(language: str) -> None:
    """Forget the changes that the catalogue says itself by now: they have come back with the code.

    One with a note stays for the note's sake; it changes nothing.
    """
    for text in texts_of(language):
        change = text.change
        if change is None or change.forms != text.written or text.is_fuzzy:
            continue
        if not change.note:
            change.delete()
        elif change.made_from != text.written:
            ChangedMessage.objects.filter(pk=change.pk).update(made_from=text.written)


def _in_force(language: str) -> list[InterfaceText]:
    return [text for text in texts_of(language) if text.holds]


def _put_in(catalog: Catalog, texts: list[InterfaceText]) -> None:
    for text in texts:
        message = catalog.get(text.ids[0], text.context or None)
        if message is not None:
            message.string = text.forms[0] if len(text.ids) == 1 else tuple(text.forms)
            message.flags.discard("fuzzy")
            message.previous_id = []

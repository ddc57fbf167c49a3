"""A new record with a name that another one has already."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from twinning.letters import folded
from twinning.publishing.forms.editing import Record, VersionedForm
from twinning.publishing.languages import in_each_language, translated_fields

DISTINCT = "distinct"  # the box that says that it is another one all the same
MOST = 5


class NamesakeForm(VersionedForm[Record]):
    """Asks before it saves a second record of one name, however that is spelled.

    `names` lists the fields that make up a name; of a translated one each language is a name.
    """

    names: ClassVar[tuple[tuple[str, ...], ...]] = ()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.instance.pk is None and DISTINCT not in self.data:
            known = self._namesakes()
            if known:
                self.add_error(None, ValidationError(_question(known), code="namesake"))
        return cleaned

    def _namesakes(self) -> list[Any]:
        model = self._meta.model
        found: dict[Any, Any] = {}
        for words in self._words(self.cleaned_data.get):
            records = model._default_manager.all()
            for word in words:
                records = records.filter(find_key__contains=word)
            found |= {
                each.pk: each for each in records if words in self._words(partial(getattr, each))
            }
        return list(found.values())[:MOST]

    def _words(self, value: Callable[[str], Any]) -> set[tuple[str, ...]]:
        """Of each name its words, in no order."""
        texts = (" ".join(str(value(column) or "") for column in name) for name in self._columns())
        return {tuple(sorted(folded(text).split())) for text in texts} - {()}

    def _columns(self) -> Iterator[Iterable[str]]:
        translated = translated_fields(self._meta.model)
        for name in self.names:
            columns = [in_each_language(part) if part in translated else [part] for part in name]
            yield from zip(*columns, strict=True)


def _question(known: list[Any]) -> SafeString:
    links = format_html_join(
        ", ",
        '<a href="{}" target="_blank">{}</a>',
        ((_page_of(record), record) for record in known),
    )
    told = format_html(_("There is already: {}."), links)
    box = format_html(
        '<label class="namesake"><input type="checkbox" name="{}" value="yes"> {}</label>',
        DISTINCT,
        _("It is another one; save it all the same"),
    )
    return format_html("{} {}", told, box)


def _page_of(record: Any) -> str:
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])

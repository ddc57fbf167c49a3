"""Form widgets of the admin."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import ProseEditorWidget, importmap, prose_editor_js
from js_asset import Media, Script

# What the buttons of the editor say; the package itself has them in English only.
LABELS = {
    "paragraph": _("Paragraph"),
    "heading3": _("Heading"),
    "heading4": _("Smaller heading"),
    "bulletList": _("Bulleted list"),
    "orderedList": _("Numbered list"),
    "blockquote": _("Quotation"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "phraseLanguage": _("Mark the language of a phrase"),
    "phraseLanguageField": _("Language code"),
    "phraseLanguageHelp": _("Such as “fr” or “de”; leave it empty to take the mark away."),
    "link": _("Link"),
    "unlink": _("Remove the link"),
    "history:undo": _("Undo"),
    "history:redo": _("Redo"),
}
# Groups of plain buttons: the package's drop-down list can't be opened from the keyboard.
GROUPS = ["blockType -lists", "lists", "nodes -blockType -lists", "marks", "link", "history"]


class RichTextWidget(ProseEditorWidget):
    """The editor of a RichTextField, started by our own module (`admin_extras/rich_text.js`).

    The package's own start-up injects a style sheet, which our Content-Security-Policy refuses,
    and its icons are a font of 128 kB; our buttons have letters.
    """

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        menu = {"Menu": {"groups": [{"group": group} for group in GROUPS]}}
        return {**config, "extensions": {**config["extensions"], **menu}, "labels": LABELS}

    @property
    def media(self) -> Media:
        styles = ("django_prose_editor/editor.css", "django_prose_editor/overrides.css")
        return Media(
            importmap=importmap,
            css={"all": [*styles, "admin_extras/rich_text.css"]},
            js=[prose_editor_js, Script("admin_extras/rich_text.js", type="module")],
        )


class DayInput(forms.DateInput):
    """The browser's own calendar: named, usable from the keyboard, without a script."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """A day and a time in one field of the browser's own."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


BIGGEST_KEY = 2**63 - 1


def key_of(model: type[Model], value: Any) -> Any:
    """The primary key that a value stands for, as it is posted or a record; None if it can't."""
    try:
        key = model._meta.pk.to_python(getattr(value, "pk", value))
    except ValidationError:
        return None
    return key if not isinstance(key, int) or abs(key) <= BIGGEST_KEY else None


class NamedBoxes(AutocompleteMixin):
    """Autocompletes whose boxes carry the name of their field, for who can't see it."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        """Without what can't be any record: the database would fail on it."""
        model = self.choices.queryset.model
        return super().optgroups(
            name, [each for each in value if not each or key_of(model, each) is not None], attr
        )

    @property
    def media(self) -> forms.Media:
        # Scripts of one list keep their order: ours runs after those that draw the boxes.
        drawn = ["admin/js/jquery.init.js", "admin/js/autocomplete.js"]
        return super().media + forms.Media(js=[*drawn, "admin_extras/autocomplete.js"])


class RelatedSelectMultiple(NamedBoxes, AutocompleteSelectMultiple):
    """Without a button that empties the whole box at once."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().build_attrs(*args, **kwargs), "data-allow-clear": "false"}


class RelatedSelect(NamedBoxes, AutocompleteSelect):
    """An autocomplete that shows the chosen record without asking the database for it again.

    A form puts the related record it has already fetched into `chosen`.
    """

    chosen: Model | None = None

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        if not any(value):
            return [(None, blank, 0)]
        chosen = self.chosen
        if chosen is None or list(value) != [str(chosen.pk)]:
            return super().optgroups(name, value, attr)
        label = self.choices.field.label_from_instance(chosen)
        option = self.create_option(name, chosen.pk, label, True, len(blank))
        return [(None, [*blank, option], 0)]


def show_chosen(field: forms.Field, chosen: Model) -> None:
    """Hand `chosen` to the field's autocomplete, if it has one."""
    widget = getattr(field.widget, "widget", field.widget)
    if isinstance(widget, RelatedSelect):
        widget.chosen = chosen

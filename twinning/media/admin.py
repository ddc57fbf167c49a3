from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.media.forms import ImageForm
from twinning.media.models import Image
from twinning.publishing.admin import RecordAdmin
from twinning.publishing.languages import in_each_language, search_paths


@admin.register(Image)
class ImageAdmin(RecordAdmin):
    form = ImageForm
    fieldsets = [
        (None, {"fields": ["file", "thumbnail"]}),
        (
            gettext_lazy("In words"),
            {
                "fields": ["alt", "caption"],
                "description": gettext_lazy(
                    "The alternative text stands in for the picture, the caption stands below it. "
                    "Write both anew in each language; don't begin with “Photo of”."
                ),
            },
        ),
        (gettext_lazy("Rights"), {"fields": [("author", "licence")]}),
    ]
    readonly_fields = ["thumbnail"]
    list_display = ["thumbnail", "alt", "author", "licence"]
    list_display_links = ["thumbnail", "alt"]
    list_filter = ["licence"]
    search_fields = [*search_paths(Image, "alt", "caption"), "author"]

    @admin.display(description=gettext_lazy("preview"))
    def thumbnail(self, obj: Image) -> str:
        if not obj.pk or not obj.file:
            return "–"
        return format_html(
            '<img class="thumbnail" src="{}" alt="{}" loading="lazy">', smallest(obj), obj.alt
        )

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not all(getattr(obj, column) for column in in_each_language("alt")):
            text = _("Please have the alternative text written in every language.")
            self.message_user(request, text, messages.WARNING)


def smallest(image: Image) -> str:
    """The address of the narrowest JPEG of at least 160 pixels, or of the picture itself."""
    widths = image.file.aspect_ratios[None]["JPEG"]
    wide_enough = [width for width in sorted(widths) if width >= 160]
    return str(widths[wide_enough[0]].url if wide_enough else image.file.url)

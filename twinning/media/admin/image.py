from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.media.admin.filters import FormatFilter, MissingAltFilter, UseFilter
from twinning.media.admin.upload import UploadAdmin
from twinning.media.forms import ImageForm
from twinning.media.models import Image
from twinning.media.sources import crop, whole
from twinning.publishing.admin.finding import found_by
from twinning.publishing.languages import in_each_language
from twinning.translation.templatetags.translated import translated


@admin.register(Image)
class ImageAdmin(UploadAdmin):
    form = ImageForm
    fieldsets = [
        (None, {"fields": ["file"]}),
        (
            gettext_lazy("Focal point"),
            {
                "fields": ["focal_point", ("focus_x", "focus_y")],
                "description": gettext_lazy(
                    "What must stay in sight where a list shows a square or a strip of the picture."
                ),
            },
        ),
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
        (gettext_lazy("Where it is used"), {"fields": ["used_by"]}),
    ]
    readonly_fields = ["focal_point", "used_by"]
    list_display = ["thumbnail", "described", "author", "licence", "stored_as"]
    list_display_links = ["described"]
    list_filter = [UseFilter, MissingAltFilter, "licence", FormatFilter]
    search_fields = found_by("")

    @admin.display(description=gettext_lazy("preview"))
    def thumbnail(self, obj: Image) -> str:
        """A link for the mouse; the text beside it is one for everybody."""
        return format_html(
            '<a href="{}" tabindex="-1" aria-hidden="true">'
            '<img class="thumbnail" src="{}" alt="" width="96" height="96" loading="lazy"></a>',
            reverse("admin:media_image_change", args=[obj.pk]),
            crop(obj, "1/1", 200),
        )

    @admin.display(description=gettext_lazy("alternative text"), ordering="alt")
    def described(self, obj: Image) -> str:
        return translated(obj, "alt")

    @admin.display(description=gettext_lazy("file"))
    def stored_as(self, obj: Image) -> str:
        return format_html("{}<br>{} × {}", obj.format, obj.width, obj.height)

    @admin.display(description=gettext_lazy("picture"))
    def focal_point(self, obj: Image) -> str:
        if not obj.pk:
            return _("Save the picture first, then choose the point on it.")
        return render_to_string("admin/includes/focal_point.html", {"picture": whole(obj, 800)})

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not all(getattr(obj, column) for column in in_each_language("alt")):
            text = _("Please have the alternative text written in every language.")
            self.message_user(request, text, messages.WARNING)

"""Which fields of this app have a text per language."""

from modeltranslation.translator import TranslationOptions, register

from twinning.media.models import Document, Image


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ("alt", "caption")


@register(Document)
class DocumentTranslation(TranslationOptions):
    fields = ("title",)

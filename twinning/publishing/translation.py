"""Which fields of this app have a text per language."""

from modeltranslation.translator import TranslationOptions, register

from twinning.publishing.models import PublicBody


@register(PublicBody)
class PublicBodyTranslation(TranslationOptions):
    fields = ("name", "unit", "hours")

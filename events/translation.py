"""Which fields of this app have a text per language."""

from modeltranslation.translator import TranslationOptions, register

from events.models import (
    Act,
    Agreement,
    Citation,
    Delegation,
    DelegationMember,
    Event,
    Participation,
    Series,
    Signatory,
    Source,
    YearNote,
)


@register(Event)
class EventTranslation(TranslationOptions):
    fields = ("slug", "title", "summary", "body", "venue", "attendance_unit")


@register(Series)
class SeriesTranslation(TranslationOptions):
    fields = ("slug", "name", "summary", "description")


@register(Source)
class SourceTranslation(TranslationOptions):
    fields = (
        "slug",
        "title",
        "issuer",
        "addressee",
        "description",
        "transcription",
        "rights",
    )


@register(Agreement)
class AgreementTranslation(TranslationOptions):
    fields = ("slug", "title", "summary")


@register(Act)
class ActTranslation(TranslationOptions):
    fields = ("venue", "note")


@register((Participation, Signatory, DelegationMember))
class FunctionTranslation(TranslationOptions):
    fields = ("function",)


@register(Delegation)
class DelegationTranslation(TranslationOptions):
    fields = ("description",)


@register(Citation)
class CitationTranslation(TranslationOptions):
    fields = ("locator", "claim")


@register(YearNote)
class YearNoteTranslation(TranslationOptions):
    fields = ("headline", "lead")

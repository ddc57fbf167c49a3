"""Which fields of this app have a text per language."""

from modeltranslation.translator import TranslationOptions, register

from twinning.site.models import Declaration, FundingNotice, PrivacyNotice, ReuseNotice


@register(Declaration)
class DeclarationTranslation(TranslationOptions):
    fields = (
        "status_wording",
        "not_conforming",
        "excessive_cost",
        "not_covered",
        "assessor",
        "assessment",
        "preparation_heading",
        "amenities",
        "shortcuts",
        "contact",
        "procedure_more",
        "apps",
        "architecture",
        "communication",
    )


@register(PrivacyNotice)
class PrivacyNoticeTranslation(TranslationOptions):
    fields = (
        "introduction",
        "purposes",
        "bases",
        "categories",
        "recipients",
        "retention",
        "rights",
        "complaint",
        "cookies",
        "more",
    )


@register(ReuseNotice)
class ReuseNoticeTranslation(TranslationOptions):
    fields = ("introduction", "scope", "conditions", "exceptions", "liability", "requests")


@register(FundingNotice)
class FundingNoticeTranslation(TranslationOptions):
    fields = ("text",)

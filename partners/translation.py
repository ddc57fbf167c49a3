"""Which fields of this app have a text per language."""

from modeltranslation.translator import TranslationOptions, register

from partners.models import (
    Network,
    NetworkMembership,
    NetworkName,
    Office,
    Organisation,
    OrganisationName,
    Partnership,
    Person,
    Place,
    ReasonToVisit,
    Topic,
)


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("slug", "name")


@register(Place)
class PlaceTranslation(TranslationOptions):
    fields = ("slug", "name", "description")


@register(Partnership)
class PartnershipTranslation(TranslationOptions):
    fields = ("summary", "introduction")


@register(ReasonToVisit)
class ReasonToVisitTranslation(TranslationOptions):
    fields = ("title", "text")


@register(Organisation)
class OrganisationTranslation(TranslationOptions):
    fields = ("slug", "name", "short_name", "summary", "aims")


@register(OrganisationName)
class OrganisationNameTranslation(TranslationOptions):
    fields = ("name", "short_name", "note")


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("slug", "summary")


@register(Office)
class OfficeTranslation(TranslationOptions):
    fields = ("title", "note")


@register(Network)
class NetworkTranslation(TranslationOptions):
    fields = ("slug", "name", "short_name", "summary", "description")


@register(NetworkName)
class NetworkNameTranslation(TranslationOptions):
    fields = ("name", "short_name", "note")


@register(NetworkMembership)
class NetworkMembershipTranslation(TranslationOptions):
    fields = ("note",)

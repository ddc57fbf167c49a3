"""The published pages for search engines, each with its other languages."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from events.addresses import chronicle_address, year_address
from events.models import Agreement, Event, Series, Source
from partners.models import Network, Organisation, Partnership, Person, Place
from twinning.publishing.models import Publishable


class TranslatedSitemap(Sitemap[Any]):
    i18n = True
    alternates = True
    x_default = True


class RecordSitemap(TranslatedSitemap):
    """One page for each published record of a model."""

    def __init__(self, model: type[Publishable]) -> None:
        self.model = model

    def items(self) -> QuerySet[Any]:
        return self.model.objects.published().order_by("pk")  # type: ignore[attr-defined,no-any-return]

    def lastmod(self, item: Publishable) -> datetime:
        return item.updated_at


class PartnershipSitemap(RecordSitemap):
    def items(self) -> QuerySet[Any]:
        return super().items().select_related("home", "partner")


class ChronicleSitemap(PartnershipSitemap):
    def location(self, item: Partnership) -> str:
        return chronicle_address(item)


class YearSitemap(TranslatedSitemap):
    def items(self) -> list[tuple[Partnership, int]]:
        partnerships = Partnership.objects.published().select_related("home", "partner")
        by_pk = partnerships.in_bulk()
        rows = (
            Event.objects.published()
            .filter(partnerships__in=by_pk)
            .values_list("partnerships", "date_earliest__year")
            .order_by("partnerships", "date_earliest__year")
            .distinct()
        )
        return [(by_pk[pk], year) for pk, year in rows]

    def location(self, item: tuple[Partnership, int]) -> str:
        return year_address(*item)


class PlaceSitemap(TranslatedSitemap):
    def items(self) -> QuerySet[Place]:
        return Place.objects.homes()


class FixedSitemap(TranslatedSitemap):
    def items(self) -> Iterable[str]:
        return (
            "home", "organisations", "people", "agreements", "series_list", "networks", "sources",
            "data",
        )  # fmt: skip

    def location(self, item: str) -> str:
        return reverse(item)


SITEMAPS: dict[str, Sitemap[Any]] = {
    "fixed": FixedSitemap(),
    "homes": PlaceSitemap(),
    "partnerships": PartnershipSitemap(Partnership),
    "chronicles": ChronicleSitemap(Partnership),
    "years": YearSitemap(),
    **{
        model._meta.model_name or "": RecordSitemap(model)
        for model in (Event, Series, Organisation, Person, Network, Agreement, Source)
    },
}

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Q

from partners.models import Partnership, Place
from twinning.publishing.models import AddressedQuerySet, PublishableQuerySet

if TYPE_CHECKING:
    from twinning.publishing.models import User

    from events.models.event import Event  # noqa: F401 — the row type of the query set below


class EventQuerySet(AddressedQuerySet["Event"], PublishableQuerySet["Event"]):
    """Sentences about entries. All of them combine: `Event.objects.published().touching(2009)`."""

    def of_partnership(self, partnership: Partnership) -> Self:
        return self.filter(partnerships=partnership)

    def touching(self, year: int) -> Self:
        """Entries of which some day lies, or may lie, in the year."""
        return self.between(date(year, 1, 1), date(year, 12, 31))

    def between(self, first: date, last: date) -> Self:
        """Entries of which some day lies, or may lie, from `first` to `last`, both included."""
        return self.filter(date_earliest__lte=last, date_latest__gte=first)

    def in_order(self) -> Self:
        """Earliest first; of those that begin together the longest first: 1994, then June 1994."""
        return self.order_by("date_earliest", "-date_latest", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-date_latest", "-date_earliest", "-pk")

    def about(self, topic_slug: str) -> Self:
        through = self.model.topics.through
        matches = through.objects.filter(event=OuterRef("pk"), topic__in=_topics_at(topic_slug))
        return self.filter(Exists(matches))

    def in_place(self, place: Place) -> Self:
        further = self.model.also_in.through.objects.filter(event=OuterRef("pk"), place=place)
        return self.filter(Q(place=place) | Exists(further))

    def online(self) -> Self:
        return self.filter(online=True)

    def editable_by(self, user: "User") -> Self:
        """What `user` may change: all, or entries of the home cities given to them."""
        homes = Place.objects.filter(editing_rights__user=user)
        if user.is_superuser or not homes.exists():
            return self
        through = self.model.partnerships.through
        ours = through.objects.filter(event=OuterRef("pk"), partnership__home__in=homes)
        others = through.objects.filter(event=OuterRef("pk")).exclude(partnership__home__in=homes)
        return self.filter(Exists(ours), ~Exists(others))

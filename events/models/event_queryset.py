from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.db.models.expressions import Combinable

from events.models.ties import TiedQuerySet
from partners.models import (
    Network,
    Organisation,
    Partnership,
    Person,
    Place,
    Topic,
    homes_of,
)
from twinning.dates.querysets import DateQuerySet, in_doubt
from twinning.publishing.models import AddressedQuerySet, PublishableQuerySet, is_public
from twinning.translation.coverage import lacking

if TYPE_CHECKING:
    from events.models.event import Event  # noqa: F401 — the row type of the query set below
    from events.models.source import Source
    from twinning.publishing.models import User


class EventQuerySet(
    DateQuerySet["Event"],
    AddressedQuerySet["Event"],
    PublishableQuerySet["Event"],
    TiedQuerySet["Event"],
):
    """Sentences about entries. All of them combine: `Event.objects.published().touching(2009)`."""

    def of_partnership(self, partnership: Partnership) -> Self:
        return self.filter(partnerships=partnership)

    def of_home(self, home: Place) -> Self:
        """Entries of any published partnership of the home city."""
        through = self.model.partnerships.through.objects
        own = through.filter(is_public("partnership"), partnership__home=home)
        return self.filter(pk__in=own.values("event"))

    # When

    def beginning_in(self, year: int) -> Self:
        return self.filter(date_earliest__range=(date(year, 1, 1), date(year, 12, 31)))

    def begun_between(self, first: int, last: int) -> Self:
        """Entries that stand under these years, both included."""
        return self.filter(date_earliest__range=(date(first, 1, 1), date(last, 12, 31)))

    def told_in(self, year: int) -> Self:
        """Entries begun in the year, and those begun before that reach into it and have an end."""
        start, end = date(year, 1, 1), date(year, 12, 31)
        return self.filter(
            Q(date_earliest__range=(start, end))
            | Q(date_earliest__lt=start, date_latest__gte=start, date_latest__lt=date.max)
        )

    def reaching_beyond(self, day: date) -> Self:
        """Entries with an end that isn't before the day."""
        return self.filter(date_latest__gte=day, date_latest__lt=date.max)

    # What and where

    def about(self, topic: Topic) -> Self:
        through = self.model.topics.through
        return self.filter(Exists(through.objects.filter(event=OuterRef("pk"), topic=topic)))

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def in_place(self, place: Place) -> Self:
        return self.filter(self._here(place))

    def held_online(self) -> Self:
        return self.filter(online=True)

    # Who and from what

    def with_organisation(self, organisation: Organisation) -> Self:
        """Entries it took part in, itself or in a delegation."""
        return self._with(organisation=organisation)

    def with_person(self, person: Person) -> Self:
        """Entries the person took part in, alone or in a delegation, or signed at.

        Signatures of unpublished agreements don't count.
        """
        return self._with(person=person)

    def _with(self, **who: Organisation | Person) -> Self:
        from events.models.agreement import Signatory
        from events.models.delegation import DelegationMember
        from events.models.participation import Participation

        return self.filter(
            Exists(Participation.objects.filter(event=OuterRef("pk"), **who))
            | Exists(DelegationMember.objects.filter(delegation__event=OuterRef("pk"), **who))
            | Exists(
                Signatory.objects.filter(
                    is_public("act__agreement"), act__event=OuterRef("pk"), **who
                )
            )
        )

    def citing(self, source: "Source") -> Self:
        from events.models.citation import Citation

        return self.filter(Exists(Citation.objects.filter(event=OuterRef("pk"), source=source)))

    def _here(self, place: Place) -> Combinable:
        # Without the first condition an entry of no place would be neither here nor elsewhere.
        return Q(place__isnull=False, place=place) | self._also_in(place)

    def _also_in(self, place: Place) -> Exists:
        through = self.model.also_in.through
        return Exists(through.objects.filter(event=OuterRef("pk"), place=place))

    # For pages

    def seen_from(self, partnership: Partnership) -> Self:
        """With `at_home`, `at_partner` and `is_signing`: on which ribbon an entry hangs."""
        return self.with_signings().annotate(
            at_home=self._here(partnership.home),
            at_partner=self._here(partnership.partner),
        )

    def with_signings(self) -> Self:
        return self.annotate(is_signing=self._signings())

    def with_signing(self) -> Self:
        """Entries at which something was signed."""
        return self.filter(self._signings())

    def _signings(self) -> Exists:
        from events.models.agreement import Act

        return Exists(
            Act.objects.filter(is_public("agreement"), event=OuterRef("pk"), kind__in=Act.SIGNINGS)
        )

    def for_lists(self) -> Self:
        """With all that an entry in a list shows: three queries, however many entries."""
        from events.models.citation import Citation

        return self.select_related("place", "series", "parent").prefetch_related(
            "topics", Prefetch("citations", queryset=Citation.objects.public())
        )

    def for_feeds(self) -> Self:
        """With all that an entry of a feed or calendar tells: two queries besides its own."""
        return self.select_related("place").prefetch_related("topics", "also_in")

    def for_mixed_lists(self) -> Self:
        """As `for_lists()`, with the partnerships whose ribbons the entries hang on, and where."""
        partnerships = Partnership.objects.published().with_places()
        return (
            self.for_lists()
            .with_signings()
            .prefetch_related("also_in", Prefetch("partnerships", queryset=partnerships))
        )

    def for_card(self) -> Self:
        """With what is drawn for sharing it."""
        partnerships = Partnership.objects.published().with_places()
        return self.with_signings().prefetch_related(
            Prefetch("partnerships", queryset=partnerships)
        )

    def for_own_page(self) -> Self:
        """With all that the entry's own page shows, none of it unpublished."""
        from events.models.attached_document import EventDocument
        from events.models.citation import Citation
        from events.models.delegation import DelegationMember
        from events.models.participation import Participation

        own = self.with_signings().select_related("place", "series", "parent")
        return own.prefetch_related(
            "topics",
            "also_in",
            "event_images__image",
            Prefetch("event_documents", queryset=EventDocument.objects.with_documents()),
            "delegations__origin",
            "delegations__destination",
            Prefetch("delegations__members", queryset=DelegationMember.objects.public()),
            Prefetch("partnerships", queryset=Partnership.objects.published().with_places()),
            Prefetch("networks", queryset=Network.objects.published().with_former_names()),
            Prefetch("participations", queryset=Participation.objects.public()),
            Prefetch("citations", queryset=Citation.objects.public()),
        )

    def with_public_acts(self) -> Self:
        """With `public_acts`: of published agreements, with their places and signatories."""
        from events.models.agreement import Act

        acts = Act.objects.of_published_agreements().with_signatories()
        return self.prefetch_related(Prefetch("acts", queryset=acts, to_attr="public_acts"))

    # What is still to be done

    def without_source(self) -> Self:
        from events.models.citation import Citation

        return self.filter(~Exists(Citation.objects.filter(event=OuterRef("pk"))))

    def with_doubtful_date(self) -> Self:
        """Entries with an approximate or uncertain date, or with a source that disagrees."""
        from events.models.citation import Citation

        disagreeing = Citation.objects.order_by().filter(disagrees=True, event__isnull=False)
        return self.filter(in_doubt("date") | Q(pk__in=disagreeing.values("event")))

    def lacking_translation(self, code: str) -> Self:
        """Entries that show the source language for want of a text in this language."""
        return self.filter(lacking(self.model, code))

    # Who may change it

    def editable_by(self, user: "User") -> Self:
        """What `user` may change: all, or entries of the home cities given to them."""
        homes = homes_of(user)
        if homes is None:
            return self
        # Not by EXISTS: PostgreSQL takes two of them for one row and looks through all for each.
        through = self.model.partnerships.through.objects
        ours = through.filter(partnership__home__in=homes)
        others = through.exclude(partnership__home__in=homes)
        return self.filter(pk__in=ours.values("event")).exclude(pk__in=others.values("event"))

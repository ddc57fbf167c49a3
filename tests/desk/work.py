"""Work for each section of the desk, as much of it as a test asks for, in one home city."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from events.models import Act, Citation, Event
from partners.models import Partnership
from tests import factories as make
from twinning.publishing import lifecycle
from twinning.publishing.history import record_action
from twinning.publishing.models import Action, User, WorkingCopy
from twinning.translation.outdated import Saved, keep_track


class Office:
    """Makes work that belongs to one partnership. `colleague` is who else writes there."""

    def __init__(self, user: User, partnership: Partnership, word: str = "Wpis") -> None:
        self.user, self.partnership, self.word = user, partnership, word
        self.colleague = make.make_user(first_name="Marek", last_name="Wiśniewski")
        self.source = make.make_source(title_pl="Kronika", title_en="Chronicle")

    def entry(self, **given: Any) -> Any:
        """An entry that nothing is to be done with."""
        event = make.make_event(
            f"{self.word} {Event.objects.count()}",
            **{"title_en": f"{self.word} EN", "partnerships": [self.partnership], **given},
        )
        Citation.objects.create(event=event, source=self.source, claim_pl="Tak", claim_en="Yes")
        return event

    def copy(self, record: Any = None, **given: Any) -> WorkingCopy:
        defaults = {
            "author": self.user,
            "content_type": ContentType.objects.get_for_model(Event),
            "object_id": record.pk if record else None,
            "title": f"{self.word} – kopia",
            "data": {"partnerships": [str(self.partnership.pk)]},
        }
        return WorkingCopy.objects.create(**{**defaults, **given})

    # One piece of work each

    def review(self) -> None:
        event = self.entry(status="draft")
        lifecycle.take(lifecycle.SUBMIT, event, user=self.colleague, comment="Proszę o pośpiech")

    def copy_to_review(self) -> None:
        self.copy(self.entry(), author=self.colleague, state="review", comment="Poprawka")

    def new_to_review(self) -> None:
        self.copy(author=self.colleague, state="review")

    def returned(self) -> None:
        event = self.entry(status="draft")
        lifecycle.take(lifecycle.SUBMIT, event, user=self.user)
        lifecycle.take(lifecycle.RETURN, event, user=self.colleague, comment="Brakuje źródła")

    def copy_returned(self) -> None:
        self.copy(self.entry(), state="returned", comment="Bez kropki")

    def own_copy(self) -> None:
        self.copy(self.entry())

    def new_copy(self) -> None:
        self.copy()

    def draft(self) -> None:
        record_action(self.entry(status="draft"), Action.ADDED, user=self.user)

    def goes_public(self) -> None:
        self.entry(publish_at=timezone.now() + timedelta(days=3))

    def stops(self) -> None:
        self.entry(unpublish_at=timezone.now() + timedelta(days=29))

    def missing(self) -> None:
        self.entry(summary_en="")

    def outdated(self) -> None:
        event = self.entry()
        before = dict(vars(event))
        event.summary_pl = "Zupełnie inaczej."
        keep_track(event, [Saved(event, before)])

    def part_outdated(self) -> None:
        event = self.entry()
        citation: Any = event.citations.get()
        before = dict(vars(citation))
        citation.claim_pl = "Nie"
        keep_track(event, [Saved(citation, before)])

    def without_source(self) -> None:
        self.entry().citations.all().delete()

    def doubtful(self) -> None:
        self.entry(date="1991~")

    def disputed(self) -> None:
        self.entry().citations.update(disagrees=True, claim_pl="Dzień później")

    def without_alternative(self) -> None:
        make.make_image(alt_en="")

    def jubilee(self) -> None:
        signed = f"{timezone.localdate().year - 9}-12-31"
        agreement = make.make_agreement(
            partnership=self.partnership, title_pl=f"{self.word}: umowa", title_en=self.word
        )
        Act.objects.create(agreement=agreement, date=signed)

    def logged(self) -> None:
        record_action(self.entry(), Action.CHANGED, user=self.colleague)


WORK: dict[str, tuple[str, Callable[[Office], None]]] = {
    "a record in review": ("review", Office.review),
    "a copy in review": ("review", Office.copy_to_review),
    "a new record in review": ("review", Office.new_to_review),
    "a returned record": ("returned", Office.returned),
    "a returned copy": ("returned", Office.copy_returned),
    "an own copy": ("working-copies", Office.own_copy),
    "an own new record": ("working-copies", Office.new_copy),
    "a draft": ("drafts", Office.draft),
    "a planned publication": ("scheduled", Office.goes_public),
    "a planned end": ("scheduled", Office.stops),
    "a missing translation": ("missing-en", Office.missing),
    "an outdated translation": ("outdated-en", Office.outdated),
    "an outdated part": ("outdated-en", Office.part_outdated),
    "no source": ("without-source", Office.without_source),
    "a doubtful date": ("doubtful-dates", Office.doubtful),
    "a disputed date": ("doubtful-dates", Office.disputed),
    "no alternative text": ("alternative-texts", Office.without_alternative),
    "a jubilee": ("jubilees", Office.jubilee),
    "a change": ("log", Office.logged),
}

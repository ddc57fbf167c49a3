"""The queue: an order is made once, by whoever is there, and handed out only while it is right."""

import os
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import storages
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from events.booklet import orders
from events.booklet.mark import current_mark
from events.booklet.pdf import writer
from events.models import BookletOrder, Event
from tests import factories as make
from tests.booklet.printing import choice_of
from tests.pages.records import Scene
from twinning.publishing.models import Status
from twinning.publishing.redaction import Redaction

pytestmark = pytest.mark.django_db

State, Fault = BookletOrder.State, BookletOrder.Fault
DEAD = 2**22 + 1  # no process can have this number


def ordered(scene: Scene, **given: Any) -> BookletOrder:
    values = {"first_year": 1994, "last_year": 1994, "format": "epub", **given}
    return orders.place(choice_of(scene.partnership, **values), "")


def worked(order: BookletOrder) -> BookletOrder:
    orders.work()
    order.refresh_from_db()
    return order


def hold(order: BookletOrder, **given: Any) -> None:
    values = {
        "state": State.RUNNING,
        "slot": 1,
        "attempt": 1,
        "host": "elsewhere",
        "process": DEAD,
        "beat_at": timezone.now(),
    }
    BookletOrder.objects.filter(pk=order.pk).update(**{**values, **given})


def files() -> set[str]:
    store = storages["booklets"]
    return {name for folder in store.listdir("")[0] for name in store.listdir(folder)[1]}


class TestMakes:
    def test_what_was_asked_for(self, scene: Scene) -> None:
        order = worked(ordered(scene))

        assert order.is_made_of(current_mark())
        with order.file.open("rb") as file:
            assert len(file.read()) == order.size > 0
        assert (order.slot, order.process, order.step) == (None, None, "")

    def test_one_after_the_other_until_none_waits(self, scene: Scene) -> None:
        wanted = [ordered(scene, language=language) for language in ("pl", "en", "pl-en")]

        assert orders.work() == 3
        assert orders.work() == 0
        for order in wanted:
            order.refresh_from_db()
            assert order.state == State.DONE

    def test_the_same_choice_only_once(self, scene: Scene) -> None:
        first, second = ordered(scene), ordered(scene)

        assert first == second
        assert orders.work() == 1
        assert not orders.needs_making(orders.find(choice_of(
            scene.partnership, first_year=1994, last_year=1994, format="epub"
        ), ""), current_mark())  # fmt: skip

    def test_it_anew_when_the_chronicle_has_changed_and_drops_the_old_file(
        self, scene: Scene
    ) -> None:
        order = worked(ordered(scene))
        before = str(order.file.name)
        event = Event.objects.filter(partnerships=scene.partnership).earliest("pk")
        event.title = "Nowy tytuł"
        event.save()

        assert not order.is_made_of(current_mark())
        order = worked(ordered(scene))

        assert order.is_made_of(current_mark())
        assert order.file.name != before
        assert not order.file.storage.exists(before)

    def test_no_new_file_where_the_change_is_elsewhere(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        order = worked(ordered(scene))
        before = order.file.name
        make.make_event()
        assert not order.is_made_of(current_mark())

        order = worked(ordered(scene))

        assert order.is_made_of(current_mark())
        assert order.file.name == before

    def test_it_again_where_the_file_is_lost(self, scene: Scene) -> None:
        order = worked(ordered(scene))
        order.file.storage.delete(str(order.file.name))
        BookletOrder.objects.update(state=State.FAILED)

        order = worked(ordered(scene))

        assert order.file.storage.exists(str(order.file.name))


class TestFails:
    def test_with_words_where_nothing_is_public_any_more(self, scene: Scene) -> None:
        order = ordered(scene)
        Event.objects.update(status=Status.DRAFT)

        order = worked(order)

        assert (order.state, order.fault) == (State.FAILED, Fault.EMPTY)

    def test_with_words_where_typst_refuses_and_can_be_tried_again(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        setattr(scene.partnership, "introduction_pl", "<p>🎉</p>")  # noqa: B010 — made by a library
        scene.partnership.save()
        with monkeypatch.context() as patch:
            patch.setattr(writer, "printable", str)
            order = worked(ordered(scene, format="pdf"))

        assert (order.state, order.fault) == (State.FAILED, Fault.REFUSED)
        assert "could not be displayed" in caplog.text
        assert worked(ordered(scene, format="pdf")).state == State.DONE

    def test_after_several_processes_have_died_over_it(self, scene: Scene) -> None:
        order = ordered(scene)
        hold(order, attempt=3, host=os.uname().nodename)

        order = worked(order)

        assert (order.state, order.fault, order.slot) == (State.FAILED, Fault.BROKEN, None)


class TestSharesTheWork:
    def test_takes_up_what_a_killed_process_left(self, scene: Scene) -> None:
        order = ordered(scene)
        hold(order, host=os.uname().nodename)

        assert worked(order).state == State.DONE
        assert order.attempt == 2

    def test_takes_up_what_has_been_silent_for_long(self, scene: Scene) -> None:
        order = ordered(scene)
        hold(order, beat_at=timezone.now() - timedelta(minutes=11))

        assert worked(order).state == State.DONE

    def test_leaves_alone_what_another_process_is_making(self, scene: Scene) -> None:
        order, other = ordered(scene), ordered(scene, language="en")
        hold(order)

        assert orders.work() == 0
        other.refresh_from_db()
        assert other.state == State.WAITING

    def test_makes_as_many_at_once_as_there_are_slots(
        self, scene: Scene, settings: Settings
    ) -> None:
        settings.BOOKLET_PROCESSES = 2
        hold(ordered(scene))
        other = ordered(scene, language="en")

        taken = BookletOrder.objects.take_up(2)

        assert taken == other
        assert taken.slot == 2
        assert BookletOrder.objects.take_up(2) is None

    def test_an_order_is_taken_by_one_of_two(self, scene: Scene) -> None:
        order = ordered(scene)
        mine, theirs = (BookletOrder.objects.get(pk=order.pk) for _ in range(2))

        assert mine.is_taken_by_me(1)
        assert not theirs.is_taken_by_me(2)

    def test_who_was_taken_for_dead_changes_nothing_any_more(self, scene: Scene) -> None:
        slow = ordered(scene)
        assert slow.is_taken_by_me(1)
        hold(slow, attempt=2)

        assert not slow.note("setting")
        assert not slow.settle(state=State.FAILED)
        slow.refresh_from_db()
        assert slow.state == State.RUNNING

    def test_only_one_of_many_who_wait_starts_a_process(self, scene: Scene) -> None:
        order = ordered(scene)

        assert [order.call() for _ in range(3)] == [True, False, False]
        BookletOrder.objects.update(called_at=timezone.now() - timedelta(minutes=1))
        assert order.call()

    def test_more_than_the_queue_holds_is_refused(self, scene: Scene, settings: Settings) -> None:
        settings.BOOKLET_QUEUE = 1
        ordered(scene)

        with pytest.raises(orders.QueueFullError):
            ordered(scene, language="en")


class TestClearsAway:
    @pytest.fixture
    def made(self, scene: Scene) -> BookletOrder:
        return worked(ordered(scene))

    def remains(self, made: BookletOrder) -> tuple[bool, bool]:
        """Whether the order and its file are there."""
        there = BookletOrder.objects.filter(pk=made.pk).exists()
        return there, made.file.storage.exists(str(made.file.name))

    def test_nothing_that_holds(self, made: BookletOrder) -> None:
        assert orders.clear_away() == 0
        assert self.remains(made) == (True, True)

    def test_what_nobody_has_fetched_for_long(self, made: BookletOrder) -> None:
        BookletOrder.objects.update(used_at=timezone.now() - timedelta(days=31))

        assert orders.clear_away() == 1
        assert self.remains(made) == (False, False)

    def test_what_no_longer_tells_the_chronicle_as_it_is(self, made: BookletOrder) -> None:
        BookletOrder.objects.update(asked_at=timezone.now() - timedelta(days=2), mark="other")

        assert orders.clear_away() == 1
        assert self.remains(made) == (False, False)

    def test_the_longest_unused_beyond_a_number(
        self, scene: Scene, made: BookletOrder, settings: Settings
    ) -> None:
        settings.BOOKLETS_KEPT = 1
        BookletOrder.objects.update(used_at=timezone.now() - timedelta(days=1))

        newer = worked(ordered(scene, language="en"))

        assert self.remains(made) == (False, False)
        assert self.remains(newer) == (True, True)

    def test_at_once_what_holds_a_name_that_was_taken_out(
        self,
        scene: Scene,
        made: BookletOrder,
        django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            Redaction(scene.person.full_name, "uczeń").apply()

        assert self.remains(made) == (False, False)

    def test_nothing_that_waits_or_is_being_made(self, scene: Scene) -> None:
        order = ordered(scene)
        BookletOrder.objects.update(asked_at=timezone.now() - timedelta(days=60))

        assert orders.clear_away() == 0
        order.refresh_from_db()
        assert order.state == State.WAITING

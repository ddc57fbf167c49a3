"""What a booklet holds: all of what residents see, and nothing else."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from pytest_django import DjangoAssertNumQueries

from events.booklet.content import Booklet, Edition, runs_in
from events.booklet.gather import NothingToTellError, booklet, fetch
from events.booklet.photographs import Album
from events.booklet.rich import words_of
from events.models import Event, EventImage, YearNote
from partners.models import Partnership
from tests import factories as make
from tests.booklet.printing import choice_of
from tests.drafts.world import KEPT_OUT, NUMBER, WORD, YEAR, add_drafts, publish
from tests.fallbacks.marking import languages_in, mark_every_text
from tests.pages.records import Scene, add_entries
from twinning.publishing.models import Status
from twinning.publishing.public_body import public_body

pytestmark = pytest.mark.django_db

QUERIES = 27


def gathered(partnership: Partnership, folder: Path, language: str = "pl") -> Booklet:
    records = fetch(choice_of(partnership, language=language))
    album = Album(folder)
    album.take(each.image for event in records.events for each in event.event_images.all())
    return booklet(records, album)


def edition_of(partnership: Partnership, folder: Path, language: str = "pl") -> Edition:
    return gathered(partnership, folder, language).editions[0]


class TestHoldsWhatIsPublic:
    @pytest.mark.parametrize("kept_out", KEPT_OUT)
    @pytest.mark.parametrize("language", ["pl", "en", "pl-en"])
    def test_is_the_same_with_drafts_and_without(
        self, tmp_path: Path, kept_out: str, language: str
    ) -> None:
        public = publish()
        before = gathered(public.partnership, tmp_path, language)
        add_drafts(public, kept_out)

        after = gathered(Partnership.objects.get(pk=public.partnership.pk), tmp_path, language)

        assert after == before
        told = repr(after).casefold()
        assert [each for each in (WORD, str(YEAR), str(NUMBER)) if each in told] == []

    def test_of_years_without_a_public_entry_there_is_nothing(self) -> None:
        partnership = make.make_partnership()
        make.make_event(date="1994", partnerships=[partnership], status=Status.DRAFT)

        with pytest.raises(NothingToTellError):
            fetch(choice_of(partnership))

    def test_tells_only_the_years_asked_for(self, tmp_path: Path) -> None:
        partnership = make.make_partnership()
        for year in ("1990", "1994/1996", "1995", "1999"):
            make.make_event(date=year, partnerships=[partnership])
        make.make_event(date="1995")
        for first, last in [(1980, 1990), (1994, 1996), (1998, 1998)]:
            YearNote.objects.create(
                partnership=partnership, first_year=first, last_year=last, status=Status.PUBLISHED,
                headline_pl=f"Nagłówek {first}", headline_en=f"Headline {first}",
            )  # fmt: skip

        records = fetch(choice_of(partnership, first_year=1992, last_year=1997))
        years = booklet(records, Album(tmp_path)).editions[0].years

        assert [(year.number, len(year.entries)) for year in years] == [(1994, 1), (1995, 1)]
        assert [words_of(each.text) for year in years for each in year.headlines] == [
            "Nagłówek 1994"
        ]

    def test_names_the_years_of_which_nothing_is_known(self, tmp_path: Path) -> None:
        partnership = make.make_partnership()
        for year in ("1990", "1992", "1996"):
            make.make_event(date=year, partnerships=[partnership])

        gaps = [year.gap for year in edition_of(partnership, tmp_path).years]

        assert gaps == ["", "1991", "1993–1995"]


def test_takes_as_many_queries_for_one_entry_as_for_three(
    scene: Scene, tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    public_body()  # kept in the memory of the process
    for more in (0, 2):
        add_entries(scene, more)
        partnership = Partnership.objects.published().with_places().get(pk=scene.partnership.pk)
        with django_assert_num_queries(QUERIES):
            gathered(partnership, tmp_path, "pl-en")


class TestFallbacks:
    @pytest.mark.parametrize(("missing", "seed"), [(1, 0), (0.5, 1), (0.1, 2)])
    def test_every_text_says_the_language_it_is_stored_in(
        self, scene: Scene, tmp_path: Path, missing: float, seed: int
    ) -> None:
        mark_every_text(missing=missing, seed=seed)
        partnership = Partnership.objects.get(pk=scene.partnership.pk)

        for edition in gathered(partnership, tmp_path, "pl-en").editions:
            told = list(runs_in(edition))
            passed_off = [
                run.text
                for run in told
                if languages_in(run.text) - {run.language or edition.language}
            ]
            assert passed_off == []
            assert len([run for run in told if languages_in(run.text)]) > 50

    def test_notes_a_text_that_stands_in_for_a_translation(
        self, scene: Scene, tmp_path: Path
    ) -> None:
        mark_every_text(missing=1)
        edition = edition_of(scene.partnership, tmp_path, "en")

        notes = {entry.note for entry in edition.entries}
        assert notes == {"This text is available only in Polish."}
        about = " ".join(words_of(line) for line in edition.colophon)
        assert "only in Polish; each says so" in about

    def test_notes_nothing_where_all_is_translated(self, scene: Scene, tmp_path: Path) -> None:
        mark_every_text()
        for edition in gathered(scene.partnership, tmp_path, "pl-en").editions:
            assert not any(run.stands_in for run in runs_in(edition))
            assert not any(entry.note for entry in edition.entries)


class TestPhotographs:
    @pytest.fixture
    def photograph(self, scene: Scene) -> EventImage:
        return EventImage.objects.get(event__partnerships=scene.partnership)

    def told(self, scene: Scene, folder: Path) -> tuple[int, str]:
        edition = edition_of(scene.partnership, folder)
        count = sum(len(entry.photographs) for entry in edition.entries)
        return count, " ".join(words_of(line) for line in edition.colophon)

    def test_come_with_caption_and_credit(
        self, scene: Scene, photograph: EventImage, tmp_path: Path
    ) -> None:
        edition = edition_of(scene.partnership, tmp_path)
        (told,) = [each for entry in edition.entries for each in entry.photographs]

        assert (told.alt.text, words_of(told.caption)) == ("Most", "Rynek, 1994")
        assert words_of(told.credit).startswith("Fot. A. Nowak, ")
        assert (tmp_path / told.file).read_bytes().startswith(b"\xff\xd8")

    def test_whose_file_is_lost_are_left_out_and_that_is_said(
        self, scene: Scene, photograph: EventImage, tmp_path: Path
    ) -> None:
        default_storage.delete(photograph.image.file.name)

        count, about = self.told(scene, tmp_path)

        assert count == 0
        assert "Pominięto fotografie" in about

    def test_whose_file_is_damaged_are_left_out(
        self, scene: Scene, photograph: EventImage, tmp_path: Path
    ) -> None:
        Path(photograph.image.file.path).write_bytes(b"no picture")

        assert self.told(scene, tmp_path)[0] == 0


class TestIndexes:
    def test_name_each_once_in_alphabetical_order(self, tmp_path: Path) -> None:
        partnership = make.make_partnership()
        place = make.make_place(name_pl="Łódź", name_en="Łódź")
        other = make.make_place(name_pl="Lublin", name_en="Lublin")
        for where in (place, place, other):
            make.make_event(partnerships=[partnership], place=where)

        (places,) = edition_of(partnership, tmp_path).registers

        assert [(words_of(each.name), len(each.entries)) for each in places.names] == [
            ("Lublin", 1),
            ("Łódź", 2),
        ]

    def test_lead_to_entries_that_are_there(self, scene: Scene, tmp_path: Path) -> None:
        edition = edition_of(scene.partnership, tmp_path)
        keys = {entry.key for entry in edition.entries}

        assert {register.heading for register in edition.registers} == {
            "Osoby", "Organizacje", "Miejsca",
        }  # fmt: skip
        for register in edition.registers:
            assert all(set(each.entries) <= keys for each in register.names)


def test_editions_side_by_side_tell_the_same_entries(scene: Scene, tmp_path: Path) -> None:
    polish, english = gathered(scene.partnership, tmp_path, "pl-en").editions

    def keys(edition: Edition) -> list[str]:
        return [entry.key for entry in edition.entries]

    assert (polish.language, english.language) == ("pl", "en")
    assert keys(polish) == keys(english)
    assert len(keys(polish)) == Event.objects.published().of_partnership(scene.partnership).count()

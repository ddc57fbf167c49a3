"""A chronicle kept as files is loaded whole or not at all, and says which record is at fault."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from events.loading import ChronicleError, load
from events.models import Agreement, Citation, Delegation, Event, Participation, Source, YearNote
from partners.models import Network, Organisation, Partnership, Person, Place, Topic
from tests.factories import make_user
from twinning.publishing.history import record_action
from twinning.publishing.models import Action, AuditEntry

pytestmark = pytest.mark.django_db

MODELS = (
    Agreement, Citation, Delegation, Event, Network, Organisation, Participation, Partnership,
    Person, Place, Source, Topic, YearNote,
)  # fmt: skip

PLACES = """
    topics:
      - {slug: {pl: kultura, en: culture}, name: {pl: Kultura, en: Culture}, order: 1}
    places:
      - {slug: katowice, name: {pl: Katowice, en: Katowice}, country: PL, is_home: true}
      - {slug: lyon, name: {pl: Lyon, en: Lyon}, country: FR}
    partnerships:
      - {home: katowice, partner: lyon}
"""
EVENT = """
    events:
      - slug: {pl: koncert, en: concert}
        date: "1994-06"
        kind: concert
        topics: [kultura]
        title: {pl: Koncert, en: Concert}
        summary: {pl: Zagrano koncert., en: A concert was played.}
        partnerships: [katowice/lyon]
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files given by name (a-places by "a_places") and returns their folder."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / f"{name.replace('_', '-')}.yaml"
            path.write_text(dedent(text), encoding="utf-8")
        return tmp_path

    return write


def refused(folder: Path) -> str:
    """The message, once it is clear that nothing was saved."""
    with override("en"), pytest.raises(ChronicleError) as refusal:
        load(folder)
    assert [model.__name__ for model in MODELS if model._default_manager.exists()] == []
    return str(refusal.value)


def with_event(write: Write, **changes: str) -> Path:
    """A folder with one event of which some lines are others (or, left empty, missing)."""
    lines = dedent(EVENT).splitlines()
    for name, line in changes.items():
        lines = [each for each in lines if not each.strip().startswith(f"{name}:")]
        if line:
            lines.append(f"    {line}")
    return write(a_places=PLACES, b_events="\n".join(lines))


class TestNothingIsSavedOf:
    """Each file is at fault in one thing; everything else in the folder could be saved."""

    def test_a_kind_of_record_that_there_is_not(self, write: Write) -> None:
        message = refused(write(a_places=PLACES, b_more="happenings: []"))

        assert message.startswith("b-more.yaml: “happenings” is none of topics, places")

    def test_a_field_that_there_is_not(self, write: Write) -> None:
        message = refused(with_event(write, weather="weather: rain"))

        assert message.startswith("b-events.yaml, events, koncert: ")
        assert "“weather” is not a field" in message

    def test_a_field_of_a_child_that_there_is_not(self, write: Write) -> None:
        message = refused(
            with_event(write, delegations="delegations: [{origin: katowice, to: lyon}]")
        )

        assert message.startswith("b-events.yaml, events, koncert: ")
        assert "delegations" in message
        assert "“to” is not a field" in message

    @pytest.mark.parametrize(
        ("line", "what"),
        [
            ("place: atlantyda", "Place “atlantyda”"),
            ("series: turniej", "Series “turniej”"),
            ("parent: festiwal", "Event “festiwal”"),
            ("topics: [kultura, magia]", "Topic “magia”"),
            ("partnerships: [lyon/katowice]", "Partnership “lyon/katowice”"),
            ("partnerships: [lyon]", "Partnership “lyon”"),
            ("partnerships: [a/b/c]", "Partnership “a/b/c”"),
            ("citations: [{source: gazeta}]", "Source “gazeta”"),
            ("participants: [{person: jan, role: host}]", "Person “jan”"),
        ],
    )
    def test_a_reference_to_what_is_not_there(self, write: Write, line: str, what: str) -> None:
        message = refused(with_event(write, **{line.split(":")[0]: line}))

        assert message == f"b-events.yaml, events, koncert: there is no {what}"

    def test_entries_that_are_parts_of_each_other(self, write: Write) -> None:
        one = with_event(write, parent="parent: festiwal") / "b-events.yaml"
        text = one.read_text(encoding="utf-8")
        other = text.replace("koncert", "festiwal").replace("parent: festiwal", "parent: koncert")
        other = other.replace("en: concert", "en: festival")

        message = refused(write(c_events=other))

        assert "each to the other" in message
        assert "b-events.yaml, events, koncert" in message
        assert "c-events.yaml, events, festiwal" in message

    def test_a_record_that_is_part_of_itself(self, write: Write) -> None:
        message = refused(with_event(write, parent="parent: koncert"))

        assert "b-events.yaml, events, koncert" in message

    def test_the_same_slug_twice(self, write: Write) -> None:
        message = refused(write(a_places=PLACES, b_events=EVENT, c_events=EVENT))

        assert message == "c-events.yaml, events, koncert: stands in b-events.yaml already"

    def test_an_english_slug_used_twice(self, write: Write) -> None:
        other = EVENT.replace("pl: koncert,", "pl: inny-koncert,")
        message = refused(write(a_places=PLACES, b_events=EVENT, c_events=other))

        assert message.startswith("c-events.yaml, events, inny-koncert: ")
        assert "slug_en" in message

    def test_a_record_without_a_slug(self, write: Write) -> None:
        for slug in ("", "slug: ", "slug: {en: concert}"):
            text = EVENT.replace("slug: {pl: koncert, en: concert}", slug).replace("- \n", "-\n")
            message = refused(write(a_places=PLACES, b_events=text))

            assert message.startswith("b-events.yaml, events: no slug in ")
            assert "Zagrano koncert." in message

    @pytest.mark.parametrize("text", ["events: [", "events:\n\t- x", "a: 'b", "a: !!python/none x"])
    def test_what_is_no_yaml(self, write: Write, text: str) -> None:
        message = refused(write(a_places=PLACES, b_broken=text))

        assert message.startswith("b-broken.yaml: not readable as YAML")

    def test_what_is_no_text(self, write: Write, tmp_path: Path) -> None:
        (tmp_path / "b.yaml").write_bytes("events: „".encode("iso-8859-2", "replace") + b"\xff\xfe")

        assert refused(write(a_places=PLACES)).startswith("b.yaml: not readable as YAML")

    @pytest.mark.parametrize("text", ["- events", "events", "", "12"])
    def test_what_is_no_mapping(self, write: Write, text: str) -> None:
        message = refused(write(a_places=PLACES, b_other=text))

        assert message == "b-other.yaml: must be a mapping from kinds of record to lists"

    @pytest.mark.parametrize("text", ["events: koncert", "events: {slug: koncert}", "events: 1"])
    def test_records_that_are_no_list(self, write: Write, text: str) -> None:
        message = refused(write(a_places=PLACES, b_other=text))

        assert message == "b-other.yaml: “events” must be a list of records"

    def test_a_record_that_is_no_mapping(self, write: Write) -> None:
        message = refused(write(a_places=PLACES, b_other="events: [koncert]"))

        assert message.startswith("b-other.yaml: events: 'koncert' is not a record")

    @pytest.mark.parametrize(
        ("line", "problem"),
        [
            ("edition: 3", "Choose the series"),
            ("attendance: 0", "Leave the figure empty"),
            ("attendance: -1", "attendance"),
            ("attendance: wielu", "attendance"),
            ("kind: happening", "kind"),
            ('date: "1994-13"', "“1994-13” is not a date in EDTF"),
            ('date: "czerwiec 1994"', "is not a date in EDTF"),
            ('date: "../1998"', "Give the date a beginning"),
            ("date:", "date"),
            ("title: {pl: '', en: ''}", "title"),
            ("title: {pl: '', en: Concert}", "title: has no text in the source language"),
            ("venue: {en: Spodek}", "venue: has no text in the source language"),
            ("delegations: [{origin: lyon, destination: lyon}]", "from one place to another"),
            ("citations: [{source: pismo, disagrees: true}]", "there is no Source “pismo”"),
            ("participants: [{role: host}]", "one of the two"),
            ("delegations: [{origin: katowice}]", "destination"),
        ],
    )
    def test_what_breaks_a_rule(self, write: Write, line: str, problem: str) -> None:
        message = refused(with_event(write, **{line.split(":")[0]: line}))

        assert message.startswith("b-events.yaml, events, koncert: ")
        assert problem in message

    @pytest.mark.parametrize(
        "line",
        [
            "topics: kultura",
            "topics: {slug: kultura}",
            "topics: [[kultura]]",
            "delegations: {origin: katowice, destination: lyon}",
            "delegations: [katowice]",
            "delegations: katowice",
            "title: [Koncert, Concert]",
            "title: {pl: [Koncert], en: Concert}",
            "title: {pl: Koncert, fr: Concert}",
            "title: 1994-06-12",
            "kind: {pl: koncert}",
            "kind: [concert, 1]",
            "place:",
            "place: [katowice]",
            "place: {pl: katowice}",
            "id: 7",
            "pk: 7",
            "acts: []",
            "status: draft",
            "date_earliest: 1994-06-01",
        ],
    )
    def test_values_of_the_wrong_shape(self, write: Write, line: str) -> None:
        message = refused(with_event(write, **{line.split(":")[0]: line}))

        assert message.startswith("b-events.yaml, events, koncert: ")
        assert line.split(":")[0] in message

    def test_a_note_on_years_of_no_partnership(self, write: Write) -> None:
        notes = """
            year_notes:
              - {partnership: katowice/oslo, first_year: 1994, last_year: 1994, headline: {pl: x}}
        """
        message = refused(write(a_places=PLACES, b_notes=notes))

        assert message.startswith("b-notes.yaml, year_notes, katowice/oslo 1994–1994: ")

    def test_a_note_on_years_that_run_backwards(self, write: Write) -> None:
        notes = """
            year_notes:
              - {partnership: katowice/lyon, first_year: 1995, last_year: 1994, headline: {pl: x}}
        """
        assert "before the first" in refused(write(a_places=PLACES, b_notes=notes))

    def test_a_note_without_its_years(self, write: Write) -> None:
        notes = "year_notes: [{partnership: katowice/lyon, headline: {pl: x}}]"

        assert refused(write(a_places=PLACES, b_notes=notes)).startswith("b-notes.yaml, year_notes")

    def test_a_folder_without_files(self, tmp_path: Path) -> None:
        assert "there are no .yaml files" in refused(tmp_path)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        assert "there are no .yaml files" in refused(tmp_path / "elsewhere")


class TestLoaded:
    def test_everything_is_published_in_both_languages(self, write: Write) -> None:
        load(write(a_places=PLACES, b_events=EVENT))

        event = Event.objects.published().get()
        with override("pl"):
            assert (event.title, event.get_absolute_url()) == (
                "Koncert",
                "/pl/wydarzenia/1994/koncert/",
            )
        with override("en"):
            assert (event.title, event.get_absolute_url()) == (
                "Concert",
                "/en/events/1994/concert/",
            )
        assert [str(each) for each in event.partnerships.published()] == ["Katowice – Lyon"]

    @pytest.mark.parametrize("date", ["1994", '"1994"', "1994-06-12", '"1994-06-12/1994-06-14"'])
    def test_a_date_may_stand_without_quotation_marks(self, write: Write, date: str) -> None:
        load(with_event(write, date=f"date: {date}"))

        assert Event.objects.get().date.edtf == date.strip('"')

    def test_the_order_of_the_files_does_not_matter(self, write: Write) -> None:
        load(write(z_places=PLACES, a_events=EVENT))

        assert Event.objects.count() == 1

    def test_a_part_may_stand_before_its_whole(self, write: Write) -> None:
        part = EVENT.replace("koncert", "czesc").replace("en: concert", "en: part")
        part += "        parent: koncert\n"

        load(write(a_places=PLACES, b_events=part, c_events=EVENT))

        assert Event.objects.get(slug_pl="czesc").parent == Event.objects.get(slug_pl="koncert")

    def test_a_whole_that_is_loaded_already_is_found(self, write: Write) -> None:
        folder = write(a_places=PLACES, b_events=EVENT)
        load(folder)
        (folder / "b-events.yaml").unlink()
        part = EVENT.replace("koncert", "czesc").replace("en: concert", "en: part")

        load(write(c_events=part + "        parent: koncert\n"))

        assert Event.objects.get(slug_pl="czesc").parent == Event.objects.get(slug_pl="koncert")

    def test_children_keep_the_order_of_the_file(self, write: Write) -> None:
        people = """
            people:
              - {slug: anna, given_name: Anna, family_name: Zet}
              - {slug: ola, given_name: Ola, family_name: Be}
        """
        participants = (
            "participants: [{person: anna, role: host}, {person: ola, role: guest},"
            " {person: anna, role: speaker}]"
        )
        folder = with_event(write, participants=participants)
        write(c_people=people)
        load(folder)

        roles = [each.role for each in Event.objects.get().participations.all()]
        assert roles == ["host", "guest", "speaker"]

    def test_rich_text_of_a_file_is_cleaned_like_any_other(self, write: Write) -> None:
        load(with_event(write, body="body: {pl: '<p>A</p><script>x</script>', en: '<p>B</p>'}"))

        with override("pl"):
            assert Event.objects.get().body == "<p>A</p>"


class TestLoadedAgain:
    @pytest.fixture
    def folder(self, write: Write) -> Path:
        folder = with_event(
            write, delegations="delegations: [{origin: lyon, destination: katowice, size: 12}]"
        )
        notes = """
            year_notes:
              - partnership: katowice/lyon
                first_year: 1994
                last_year: 1995
                headline: {pl: Początek, en: Beginning}
        """
        write(c_notes=notes)
        load(folder)
        return folder

    def rewrite(self, folder: Path, old: str, new: str) -> None:
        path = folder / "b-events.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def test_nothing_is_added_and_nothing_rewritten(self, folder: Path) -> None:
        before = [model._default_manager.count() for model in MODELS]

        tally = load(folder)

        assert [model._default_manager.count() for model in MODELS] == before
        assert (tally.added.total(), tally.updated.total(), tally.kept.total()) == (0, 0, 6)

    def test_what_a_clerk_changed_stays(self, folder: Path) -> None:
        event = Event.objects.get()
        event.title = "Koncert galowy"
        event.save()
        Delegation.objects.all().delete()

        load(folder)

        event.refresh_from_db()
        assert event.title == "Koncert galowy"
        assert not Delegation.objects.exists()

    def test_what_a_clerk_withdrew_stays_withdrawn(self, folder: Path) -> None:
        event = Event.objects.get()
        event.status = "draft"
        event.save()

        load(folder)

        assert not Event.objects.published().exists()

    def test_what_a_clerk_deleted_comes_back(self, folder: Path) -> None:
        Event.objects.all().delete()

        tally = load(folder)

        assert dict(tally.added) == {"events": 1}

    def test_a_changed_file_rewrites_only_when_asked(self, folder: Path) -> None:
        self.rewrite(folder, "pl: Koncert,", "pl: Recital,")
        load(folder)
        assert Event.objects.get().title == "Koncert"

        tally = load(folder, update=True)

        event = Event.objects.get()
        assert event.title == "Recital"
        assert tally.updated["events"] == 1
        assert event.published_at is not None

    def test_what_staff_have_changed_is_not_rewritten_even_when_asked(self, folder: Path) -> None:
        event: Any = Event.objects.get()
        event.title_pl, event.version = "Poprawiony", 2
        event.save()
        record_action(event, Action.CHANGED, user=make_user())
        self.rewrite(folder, "pl: Koncert,", "pl: Recital,")

        tally = load(folder, update=True)

        assert Event.objects.get().title == "Poprawiony"
        assert dict(tally.theirs) == {"events": 1}

    def test_a_form_opened_before_a_rewriting_is_stale_after_it(self, folder: Path) -> None:
        self.rewrite(folder, "pl: Koncert,", "pl: Recital,")

        load(folder, update=True)

        event: Any = Event.objects.get()
        assert event.version == 2
        assert [entry.action for entry in AuditEntry.objects.of(event)] == ["changed", "added"]

    def test_rewriting_replaces_children_instead_of_adding_to_them(self, folder: Path) -> None:
        self.rewrite(folder, "size: 12", "size: 15")

        load(folder, update=True)
        load(folder, update=True)

        assert [each.size for each in Delegation.objects.all()] == [15]
        assert YearNote.objects.count() == 1

    def test_a_rewriting_that_fails_leaves_everything_as_it_was(self, folder: Path) -> None:
        self.rewrite(folder, "pl: Koncert,", "pl: Recital,")
        self.rewrite(folder, "size: 12", "size: 0")

        with pytest.raises(ChronicleError):
            load(folder, update=True)

        assert Event.objects.get().title == "Koncert"
        assert [each.size for each in Delegation.objects.all()] == [12]


class TestCommand:
    def run(self, *arguments: str) -> str:
        output = StringIO()
        call_command("load_chronicle", *arguments, stdout=output, no_color=True)
        return output.getvalue()

    def test_it_counts_what_it_did(self, write: Write) -> None:
        folder = str(write(a_places=PLACES, b_events=EVENT))

        assert "5 added, 0 rewritten, 0 left as they were." in self.run(folder)
        assert "0 added, 0 rewritten, 5 left as they were." in self.run(folder)
        assert "0 added, 5 rewritten, 0 left as they were." in self.run(folder, "--update")

    def test_a_fault_is_told_without_a_traceback(self, write: Write) -> None:
        with pytest.raises(CommandError, match=r"b-events\.yaml, events, koncert: there is no"):
            self.run(str(with_event(write, place="place: atlantyda")))

    def test_if_empty_leaves_a_chronicle_alone(self, write: Write) -> None:
        folder = write(a_places=PLACES, b_events=EVENT)
        assert "5 added" in self.run(str(folder), "--if-empty")

        (folder / "b-events.yaml").write_text("events: [", encoding="utf-8")

        assert "nothing to load" in self.run(str(folder), "--if-empty")
        assert Event.objects.count() == 1

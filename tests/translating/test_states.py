"""The state of every translated text, the same in Python and in the database."""

from typing import Any

import pytest
from django.core.management import call_command

from events.models import Citation, Event
from tests import factories as make
from twinning.publishing.redaction import Redaction
from twinning.translation.following import follow_texts
from twinning.translation.glossary import not_kept, terms_in
from twinning.translation.memory import suggestions
from twinning.translation.models import GlossaryTerm, OutdatedTranslation, Passage
from twinning.translation.outdated import Saved, confirm
from twinning.translation.states import State, in_state, states_of

ALL = tuple(State)


def rewritten(record: Any, **texts: str) -> None:
    before = dict(vars(record))
    for name, text in texts.items():
        setattr(record, name, text)
    record.save()
    follow_texts(record, [Saved(record, before)])


def state(record: Any, field: str = "title") -> State:
    found = {each.field: each.state for each in states_of([record], "en")}
    in_database = [
        each
        for each in ALL
        if type(record).objects.filter(in_state(type(record), field, "en", each)).exists()
    ]
    assert in_database == [found[field]]
    return found[field]


def test_a_text_passes_through_all_states(db: None) -> None:
    event: Any = make.make_event("Most", title_en="")
    assert state(event) is State.MISSING
    rewritten(event, title_en="Bridge")
    assert state(event) is State.UP_TO_DATE
    rewritten(event, title_pl="Nowy most")
    assert state(event) is State.OUTDATED
    rewritten(event, title_en="Nowy most")
    assert state(event) is State.SAME
    rewritten(event, title_pl="Stary most")
    assert state(event) is State.OUTDATED


def test_the_source_it_was_made_from_is_kept_through_further_changes(db: None) -> None:
    event: Any = make.make_event("Most", title_en="Bridge")
    rewritten(event, title_pl="Nowy most")
    rewritten(event, title_pl="Nowy, większy most")

    [outdated] = [each for each in states_of([event], "en") if each.state is State.OUTDATED]
    assert (outdated.made_from, outdated.source) == ("Most", "Nowy, większy most")


def test_a_text_without_a_source_has_no_state(db: None) -> None:
    event: Any = make.make_event(venue_pl="", venue_en="")

    assert "venue" not in {each.field for each in states_of([event], "en")}
    assert not Event.objects.filter(in_state(Event, "venue", "en", *ALL)).exists()


def test_what_is_confirmed_is_up_to_date(db: None) -> None:
    event: Any = make.make_event("Most", title_en="Bridge")
    rewritten(event, title_pl="Nowy most", summary_pl="Inaczej.")

    assert confirm([(event, "title")], "en") == 1
    assert state(event) is State.UP_TO_DATE
    assert state(event, "summary") is State.OUTDATED


@pytest.mark.parametrize("count", [1, 3])
def test_the_states_of_many_parts_cost_one_query(
    db: None, count: int, django_assert_num_queries: Any
) -> None:
    event, source = make.make_event(), make.make_source()
    cited = [
        Citation.objects.create(event=event, source=source, claim_pl="Tak", claim_en="")
        for _index in range(count)
    ]
    states_of([event, *cited], "en")  # content types are kept once read

    with django_assert_num_queries(1):
        found = states_of([event, *cited], "en")
    assert [each.state for each in found].count(State.MISSING) == count


CHRONICLE = """
events:
  - slug: {{pl: most, en: bridge}}
    title: {{pl: {title}, en: Bridge}}
    date: "1994"
    kind: visit
    summary: {{pl: Tak było., en: So it was.}}
"""


def test_an_updated_file_outdates_what_it_leaves_behind(db: None, tmp_path: Any) -> None:
    file = tmp_path / "events.yaml"
    file.write_text(CHRONICLE.format(title="Most"), encoding="utf-8")
    call_command("load_chronicle", str(tmp_path), verbosity=0)
    assert not OutdatedTranslation.objects.exists()
    file.write_text(CHRONICLE.format(title="Nowy most"), encoding="utf-8")
    call_command("load_chronicle", str(tmp_path), update=True, verbosity=0)

    [row] = OutdatedTranslation.objects.all()
    assert (row.field, row.source) == ("title", "Most")


# The glossary and the memory


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Spotkanie z Prezydentem Miasta Katowice", ["Prezydent Miasta"]),
        ("<p>Prezydenta&nbsp;Miasta</p>", ["Prezydent Miasta"]),
        ("Wiceprezydentowi Katowic", ["Wiceprezydent"]),
        ("Podpisano listy intencyjne", ["list intencyjny"]),
        ("Mera przyjęto w merostwie", ["merostwo", "mer"]),
        ("Uwagi merytoryczne", []),
    ],
)
def test_terms_are_found_in_their_other_cases(db: None, text: str, found: list[str]) -> None:
    terms = GlossaryTerm.objects.filter(language="en")

    assert [term.source for term in terms_in(text, terms)] == found


def test_a_term_that_is_not_kept_is_told(db: None) -> None:
    terms = GlossaryTerm.objects.filter(language="en")
    source = "Prezydent Miasta podpisał list intencyjny."

    assert not_kept(source, "The Mayor signed a letter of intent.", terms) == []
    [term] = not_kept(source, "The Mayor signed a declaration.", terms)
    assert term.targets == ["letter of intent"]
    assert not_kept(source, "", terms) == []


def test_a_sentence_translated_elsewhere_is_offered(db: None) -> None:
    first: Any = make.make_event()
    rewritten(
        first,
        summary_pl="Goście z Francji. Zwiedzili Muzeum Śląskie.",
        summary_en="Guests from France. They saw the Silesian Museum.",
    )
    second: Any = make.make_event(
        summary_pl="Zwiedzili Muzeum Śląskie. Wyjechali w maju.", summary_en=""
    )
    states = states_of([second], "en")

    [offered] = suggestions(states, "en")[second, "summary"]
    assert offered.target == "They saw the Silesian Museum."


def test_an_outdated_translation_is_not_offered(db: None) -> None:
    first: Any = make.make_event()
    rewritten(first, summary_pl="Zwiedzili muzeum.", summary_en="They saw the museum.")
    rewritten(first, summary_pl="Zwiedzili galerię.")
    second: Any = make.make_event(summary_pl="Zwiedzili galerię.", summary_en="")

    assert suggestions(states_of([second], "en"), "en")[second, "summary"] == []


def test_redaction_reaches_what_is_kept_beside_the_texts(db: None) -> None:
    event: Any = make.make_event()
    rewritten(event, summary_pl="Był Jan Kowalski.", summary_en="Jan Kowalski was there.")
    rewritten(event, title_pl="Wizyta Jana")
    rewritten(event, summary_pl="Nie było nikogo.")
    other: Any = make.make_event()
    rewritten(other, summary_pl="Był Jan Kowalski.", summary_en="Jan Kowalski was there.")

    Redaction("Jan Kowalski", "N.N.").apply()

    kept = [row.source for row in OutdatedTranslation.objects.all()]
    kept += [f"{each.source} {each.target}" for each in Passage.objects.all()]
    assert not [each for each in kept if "Kowalski" in each]

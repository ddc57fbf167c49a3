"""A text in another language than the page's is never passed off as a translation."""

from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from partners.models import Organisation
from tests.factories import make_event
from twinning.translation.texts import Text, text_of

NBSP = "\u00a0"


def record(**texts: str) -> Any:
    """An unsaved record; the English is missing unless it is given."""
    return Organisation(**texts)


def rendered(template: str, record: Organisation) -> str:
    return Template("{% load translated %}" + template).render(Context({"record": record}))


class TestTextOf:
    def test_a_translation_stands_for_itself(self) -> None:
        with override("en"):
            text = text_of(record(name_pl="Gildia", name_en="Guild"), "name")

        assert text == Text("Guild", "en", is_fallback=False)

    @pytest.mark.parametrize("missing", ["", None])
    def test_a_missing_translation_is_the_source_text_and_says_so(
        self, missing: str | None
    ) -> None:
        gildia = record(name_pl="Gildia")
        gildia.name_en = missing

        assert text_of(gildia, "name", "en") == Text("Gildia", "pl", is_fallback=True)

    def test_a_missing_source_text_is_not_made_up_from_the_translation(self) -> None:
        text = text_of(record(name_en="Guild"), "name", "pl")

        assert text == Text("", "pl", is_fallback=False)
        assert not text

    def test_nothing_at_all_is_no_fallback(self) -> None:
        assert text_of(record(), "summary", "en") == Text("", "pl", is_fallback=False)

    def test_without_an_active_language_it_is_the_source_language(self) -> None:
        with override(None):
            assert text_of(record(name_pl="Gildia", name_en="Guild"), "name").text == "Gildia"

    def test_a_language_named_goes_before_the_active_one(self) -> None:
        with override("pl"):
            assert text_of(record(name_pl="Gildia", name_en="Guild"), "name", "en").text == "Guild"


class TestFilters:
    def test_a_fallback_carries_its_language(self) -> None:
        with override("en"):
            html = rendered("{{ record|translated:'name' }}", record(name_pl="Gildia w mieście"))

        assert html == f'<span class="stand-in" lang="pl">Gildia w{NBSP}mieście</span>'

    def test_a_translation_needs_no_element(self) -> None:
        with override("en"):
            html = rendered("{{ record|translated:'name' }}", record(name_pl="G", name_en="A"))

        assert html == "A"

    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_what_looks_like_html_in_a_plain_text_is_text(self, language: str) -> None:
        with override(language):
            html = rendered(
                "{{ record|translated:'name' }}|{{ record|plain:'name' }}",
                record(name_pl="<script>alert('Wiara & nadzieja')</script>"),
            )

        assert "<script" not in html
        assert html.count("&lt;script&gt;alert(&#x27;Wiara &amp; nadzieja&#x27;)") == 2

    def test_rich_text_in_another_language_is_set_apart_as_a_block(self) -> None:
        with override("en"):
            html = rendered(
                "{{ record|translated_rich:'aims' }}", record(aims_pl="<p>W mieście</p>")
            )

        assert html == f'<div class="stand-in" lang="pl"><p>W{NBSP}mieście</p></div>'

    def test_no_text_leaves_no_empty_element(self) -> None:
        with override("en"):
            html = rendered(
                "{{ record|translated:'name' }}{{ record|translated_rich:'aims' }}", record()
            )

        assert html == ""

    def test_an_attribute_gets_the_bare_text(self) -> None:
        with override("en"):
            html = rendered('<i title="{{ record|plain:"name" }}">', record(name_pl='„A" i B'))

        assert html == '<i title="„A&quot; i B">'

    def test_one_missing_field_of_several_is_enough_for_the_note(self) -> None:
        half = record(name_pl="Gildia", name_en="Guild", summary_pl="Kupcy")
        template = "{% if record|lacks_translation:'name, summary' %}note{% endif %}"
        with override("en"):
            assert rendered(template, half) == "note"
            half.summary_en = "Merchants"
            assert rendered(template, half) == ""
        with override("pl"):
            assert rendered(template, half) == ""

    @given(st.text())
    def test_no_plain_text_ever_opens_an_element(self, text: str) -> None:
        with override("pl"):
            html = rendered("{{ record|translated:'name' }}", record(name_pl=text))

        assert "<" not in html
        assert ">" not in html


@pytest.mark.django_db
def test_reading_a_field_gives_the_source_text_where_the_translation_is_missing() -> None:
    event = make_event(title_pl="Wizyta", title_en="")
    with override("en"):
        event.refresh_from_db()
        assert event.title == "Wizyta"
        assert str(event) == "Wizyta"

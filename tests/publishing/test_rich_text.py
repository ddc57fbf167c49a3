"""Rich text keeps what the allow-list names; nothing that runs ever reaches a page."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.models import Organisation
from tests.factories import make_event
from twinning.publishing.fields import sanitise

PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<script>", "</script>", "<style>", "</style>", "<svg onload=alert(1)>",
        "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>", "<a href=https://x.pl>",
        "</a>", "<span lang=fr style='color:red' onclick=x()>", "</span>", "<h1>", "</h1>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1&gt;'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "tekst", "&lt;script&gt;",
        "<iframe src=//x>", "<a href='data:text/html,x'>", "<a href=' java\tscript:alert(1)'>",
        "<", ">", '"', "'", "&", "<!--", "-->",
    ]
)  # fmt: skip
MARKUP = st.one_of(st.text(), st.lists(PIECES).map("".join))
ALLOWED = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "a", "span"}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>W mieście</p><script>alert(1)</script>", "<p>W mieście</p>"),
        ("<style>p { color: red }</style><p>x</p>", "<p>x</p>"),
        ('<p onclick="alert(1)" style="color: red" class="big" id="x">x</p>', "<p>x</p>"),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="JaVaScRiPt:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="data:text/html,x">x</a>', "<a>x</a>"),
        ('<a href="https://example.org/" target="_blank">x</a>', '<a href="https://example.org/">x</a>'),
        ('<a href="mailto:biuro@example.org">x</a>', '<a href="mailto:biuro@example.org">x</a>'),
        ('<img src="x" onerror="alert(1)">tekst', "tekst"),
        ("<h1>Tytuł</h1>", "Tytuł"),
        ("<div><p>x</p></div>", "<p>x</p>"),
        ("<marquee>x</marquee>", "x"),
        ("<h3>Program</h3><ul><li>x</li></ul>", "<h3>Program</h3><ul><li>x</li></ul>"),
        ('<ol start="3"><li>x</li></ol>', '<ol start="3"><li>x</li></ol>'),
        ('<span lang="fr">fête</span>', '<span lang="fr">fête</span>'),
        ('<span lang="fr" style="color:red">fête</span>', '<span lang="fr">fête</span>'),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<p></p>", ""),
        ("<p><br></p>", ""),
        ("", ""),
        ('<P TITLE="x" lang="fr">Tekst</P>', "<p>Tekst</p>"),
    ],
)  # fmt: skip
def test_only_the_allow_list_stays(written: str, kept: str) -> None:
    assert sanitise(written) == kept


@given(MARKUP)
def test_no_text_whatever_leaves_anything_that_runs(text: str) -> None:
    html = sanitise(text)

    tags = re.findall(r"<\s*/?\s*([^\s>/]+)([^>]*)>", html)
    assert {name.lower() for name, _attributes in tags} <= ALLOWED
    for _name, attributes in tags:
        names = re.findall(r"([\w-]+)=", re.sub(r'"[^"]*"', '""', attributes))
        assert set(names) <= {"href", "start", "lang"}
        assert not re.search(r'href="\s*(javascript|data|vbscript):', attributes, re.IGNORECASE)


@given(MARKUP)
def test_a_clean_text_is_left_as_it_is(text: str) -> None:
    once = sanitise(text)

    assert sanitise(once) == once


@pytest.mark.django_db
def test_each_language_of_a_record_is_cleaned_with_it() -> None:
    event: Any = make_event(
        body_pl='<p onclick="x()">Tekst</p><script>alert(1)</script>',
        body_en='<p>Text</p><a href="javascript:x()">here</a>',
    )
    assert (event.body_pl, event.body_en) == ("<p>Tekst</p>", "<p>Text</p><a>here</a>")

    event.refresh_from_db()
    assert (event.body_pl, event.body_en) == ("<p>Tekst</p>", "<p>Text</p><a>here</a>")


@pytest.mark.django_db
def test_an_empty_paragraph_counts_as_no_translation() -> None:
    organisation: Any = Organisation(
        name_pl="Gildia", kind="association", aims_pl="<p>Cele</p>", aims_en="<p></p>"
    )
    organisation.full_clean()

    assert organisation.aims_en == ""


@pytest.mark.django_db
def test_a_save_that_asks_no_validation_lets_nothing_pass() -> None:
    event: Any = make_event(body_pl="<p>Tekst</p>", body_en="<p>Text</p>")
    event.body_pl += "<script>alert(1)</script>"
    event.body_en += '<img src="x" onerror="alert(1)">'

    event.save()

    event.refresh_from_db()
    assert (event.body_pl, event.body_en) == ("<p>Tekst</p>", "<p>Text</p>")

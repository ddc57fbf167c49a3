"""Clean HTML becomes plain values, and nothing in it can become anything else."""

import pytest
from django.utils.html import escape
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from events.booklet.content import runs_in
from events.booklet.rich import BREAK, Block, Run, blocks_of, clean, line_of, words_of
from twinning.publishing.fields import sanitise


def paragraph(*runs: Run) -> tuple[Block, ...]:
    return (Block("paragraph", runs),)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ()),
        ("<p></p><p> </p><p><br></p>", ()),
        ("<p>Raz</p>", paragraph(Run("Raz"))),
        ("Bez akapitu", paragraph(Run("Bez akapitu"))),
        ("<p>\n  Raz\n  dwa </p>", paragraph(Run("Raz dwa"))),
        ("<p>Raz<br>dwa<br></p>", paragraph(Run("Raz"), Run(BREAK), Run("dwa"))),
        ("<p><em>Raz</em> <strong>dwa</strong></p>",
         paragraph(Run("Raz", italic=True), Run(" "), Run("dwa", bold=True))),
        ('<p><a href="https://a.example/ł?x=1">Raz</a></p>',
         paragraph(Run("Raz", url="https://a.example/%C5%82?x=1"))),
        ('<p><span lang="fr">Raz</span></p>', paragraph(Run("Raz", language="fr"))),
        ('<div class="stand-in" lang="pl"><p>Raz</p></div>',
         paragraph(Run("Raz", language="pl", stands_in=True))),
        ("<h3>Raz</h3><p>dwa</p>",
         (Block("heading", (Run("Raz"),)), Block("paragraph", (Run("dwa"),)))),
        ("<blockquote><p>Raz</p></blockquote>", (Block("quote", blocks=paragraph(Run("Raz"))),)),
        ("<ul><li><p>Raz</p></li><li>dwa</li><li></li></ul>",
         (Block("list", blocks=(Block("item", blocks=paragraph(Run("Raz"))),
                                Block("item", blocks=paragraph(Run("dwa"))))),)),
        ('<ol start="4"><li><p>Raz</p></li></ol>',
         (Block("numbered", blocks=(Block("item", blocks=paragraph(Run("Raz"))),), start=4),)),
    ],
)  # fmt: skip
def test_html_becomes_blocks(html: str, expected: tuple[Block, ...]) -> None:
    assert blocks_of(html) == expected


@pytest.mark.parametrize(
    "href",
    ["/pl/osoby/jan/", "#e1", "javascript:alert(1)", "http://", "https:///x", "http://[::1", "x"],
)
def test_a_link_that_leads_nowhere_outside_is_only_its_text(href: str) -> None:
    assert line_of(SafeString(f'<a href="{href}">Jan</a>')) == (Run("Jan"),)


@pytest.mark.parametrize("code", ['"><x', "nonsense-", "p", "polski!", ""])
def test_a_language_that_is_none_is_left_out(code: str) -> None:
    assert line_of(SafeString(f'<span lang="{escape(code)}">Jan</span>')) == (Run("Jan"),)


def test_a_plain_text_is_no_html() -> None:
    assert line_of("1 < 2 & <b>3</b>") == (Run("1 < 2 & <b>3</b>"),)


def test_what_xml_cannot_hold_is_gone() -> None:
    assert clean("a\x00b\x0cc\ud800d\ufffee\tf") == "abcde\tf"


@given(st.text())
def test_every_text_comes_through_as_it_is_but_for_blanks(text: str) -> None:
    line = line_of(SafeString(f"<em>{escape(text)}</em>"))

    assert words_of(line).split() == clean(text.replace("\x00", "")).split()


@given(st.text(alphabet="<>/aplibrstrongolh3 =\"'&;ą\n"))
def test_no_html_however_broken_is_too_much(html: str) -> None:
    blocks = blocks_of(sanitise(html))

    assert all(run.text for run in runs_in(blocks))

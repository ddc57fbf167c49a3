"""What stands in the way of a single translation, and what is left to its reader."""

import pytest

from twinning.translation.exchange.checking import faults_of
from twinning.translation.exchange.languages import Finding, language_finding
from twinning.translation.exchange.markup import markup_faults

LINK = '<p>Zob. <a href="https://example.org/x">umowę</a></p>'


def codes(
    source: str, target: str, *, rich: bool = False, most: int | None = None, language: str = "en"
) -> list[str]:
    found = faults_of(source, target, language=language, max_length=most, is_rich=rich)
    return [str(error.code) for error in found]


@pytest.mark.parametrize(
    "target",
    [
        '<p>See the <a href="https://example.org/x">agreement</a></p>',
        '<p><a href="https://example.org/x">The agreement</a>, with <span lang="fr">oui</span></p>',
    ],
)
def test_markup_that_is_kept_passes(target: str) -> None:
    assert codes(LINK, target, rich=True) == []


@pytest.mark.parametrize(
    "target",
    [
        "<p>See the agreement</p>",
        '<p>See the <a href="https://example.com/">agreement</a></p>',
        '<p>See the <a href="javascript:alert(1)">agreement</a></p>',
        '<p>See the <a href="https://example.org/x" onclick="x()">agreement</a></p>',
        '<p>See <a href="https://example.org/x">it</a><script>x()</script></p>',
        '<p>See <a href="https://example.org/x">it</p></a>',
        '<p>See <a href="https://example.org/x">it',
        '<p>See <a href="https://example.org/x">it</a></p></p>',
        '<p>See <a href="https://example.org/x">it</a><!-- x --></p>',
        '<p>See <a href="https://example.org/x">it</a><span onclick="x()">!</span></p>',
        '&lt;p&gt;See <a href="https://example.org/x">it</a>',
    ],
)
def test_markup_that_broke_is_refused(target: str) -> None:
    assert codes(LINK, target, rich=True) == ["markup"]


def test_the_fault_names_what_is_missing() -> None:
    target = "<p>See the agreement</p>"
    assert markup_faults(LINK, target, is_rich=True) == ['<a href="https://example.org/x">']


def test_a_link_within_the_site_may_lead_to_the_other_language() -> None:
    source = '<p><a href="/pl/wydarzenia/1994/wizyta/">Wizyta</a></p>'
    assert codes(source, '<p><a href="/en/events/1994/visit/">Visit</a></p>', rich=True) == []


def test_plain_text_may_hold_signs_that_look_like_markup() -> None:
    assert codes("2 < 3 & 3 > 2", "2 < 3 and 3 > 2") == []
    assert codes("Bez znaczników", "With <b>tags</b>") == ["markup"]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Witaj, {name}", "Welcome, {name}", []),
        ("Witaj, {name}", "Welcome, {nom}", ["placeholders"]),
        ("Witaj, %(name)s", "Welcome", ["placeholders"]),
        ("Frekwencja: 50% osób", "Turnout: 50%", []),
    ],
)
def test_placeholders_must_stay(source: str, target: str, found: list[str]) -> None:
    assert codes(source, target) == found


def test_a_text_may_be_as_long_as_its_column() -> None:
    assert codes("a", "x" * 160, most=160) == []
    assert codes("a", "x" * 161, most=160) == ["length"]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1f", "\x7f", "\ufffe", "\ud800"])
def test_characters_that_no_text_may_hold_are_named(character: str) -> None:
    [fault] = faults_of("a", f"a{character}", language="en", max_length=None, is_rich=False)
    assert f"U+{ord(character):04X}" in fault.messages[0]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("The mayors signed the agreement in the town hall.", Finding.RIGHT),
        ("Prezydenci podpisali umowę w ratuszu, który był odnowiony.", Finding.WRONG),
        ("<p>Delegacja była na otwarciu wystawy i w muzeum.</p>", Finding.WRONG),
        ("Les maires ont signé la convention dans la mairie.", Finding.WRONG),
        ("A concert at the church of Świętych Piotra i Pawła in Katowice", Finding.RIGHT),
        ("heading “1994 r.: podpisanie umowy o miastach bliźniaczych”", Finding.UNKNOWN),
        ('The motto <span lang="pl">Jesteśmy w tym razem i na zawsze</span> of it', Finding.RIGHT),
        ("Katowice", Finding.UNKNOWN),
        ("Muzeum Śląskie, Katowice, Dobrowolskiego", Finding.UNKNOWN),
        ("", Finding.UNKNOWN),
    ],
)
def test_the_language_is_told_by_small_words_or_left_open(text: str, finding: Finding) -> None:
    assert language_finding(text, "en") is finding


def test_a_language_whose_words_are_not_known_is_never_refused() -> None:
    text = "Prezydenci podpisali umowę w ratuszu, który był odnowiony."
    assert language_finding(text, "szl") is Finding.UNKNOWN

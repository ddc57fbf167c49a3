"""Two texts compared word by word."""

import pytest

from twinning.publishing.words import Segment, compare_items, compare_words, side


def told(segments: list[Segment]) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[each.kind].format(each.text) for each in segments)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("", "nowy tekst", "[+nowy tekst+]"),
        ("dawny tekst", "", "[-dawny tekst-]"),
        ("ten sam", "ten sam", "ten sam"),
        ("wizyta w Katowicach", "wizyta w Kolonii", "wizyta w [-Katowicach-][+Kolonii+]"),
        ("a b", "a b c", "a b [+c+]"),
        ("Łódź, Żory", "Łódź i Żory", "Łódź [-, -][+i +]Żory"),
        ("jeden\n\ndwa", "jeden\n\ntrzy", "jeden\n\n[-dwa-][+trzy+]"),
        ("<b>x</b>", "<b>y</b>", "<b>[-x-][+y+]</b>"),
    ],
)
def test_words_stay_go_and_come(before: str, after: str, expected: str) -> None:
    assert told(compare_words(before, after)).replace("  ", " ") == expected.replace("  ", " ")


def test_either_text_can_be_read_out_of_the_segments() -> None:
    before, after = "Goście z Kolonii przyjechali.", "Delegacja z Kolonii nie przyjechała."
    segments = compare_words(before, after)

    assert "".join(each.text for each in side(segments, "removed")) == before
    assert "".join(each.text for each in side(segments, "added")) == after


def test_words_that_stayed_keep_the_blanks_of_each_side() -> None:
    segments = compare_words("Łódź, Żory", "Łódź i Żory")

    assert "".join(each.text for each in side(segments, "removed")) == "Łódź, Żory"
    assert "".join(each.text for each in side(segments, "added")) == "Łódź i Żory"


def test_a_long_text_is_compared_in_no_time() -> None:
    before = " ".join(f"słowo{number % 700}, i" for number in range(6000))
    segments = compare_words(before, before.replace("słowo50,", "wyraz,"))

    assert {each.kind for each in segments} == {"same", "removed", "added"}


def test_a_word_that_became_bold_is_gone_and_new() -> None:
    segments = compare_words(
        "<p>Wizyta robocza.</p>", "<p>Wizyta <strong>robocza</strong>.</p>", rich=True
    )

    assert Segment("removed", "robocza") in segments
    assert Segment("added", "robocza", ("strong",)) in segments


def test_a_link_that_leads_elsewhere_shows_where() -> None:
    segments = compare_words(
        '<p><a href="https://a.example">strona</a></p>',
        '<p><a href="https://b.example">strona</a></p>',
        rich=True,
    )

    assert told(segments) == "strona[- (https://a.example)-][+ (https://b.example)+]"


def test_a_mark_of_language_is_seen() -> None:
    segments = compare_words("<p>Tour</p>", '<p><span lang="fr">Tour</span></p>', rich=True)

    assert "[fr] " in [each.text for each in segments]
    assert Segment("added", "Tour", (), "fr") in segments


def test_an_item_taken_out_leaves_the_numbers_of_the_others_alone() -> None:
    segments = compare_words(
        "<ol><li><p>raz</p></li><li><p>dwa</p></li><li><p>trzy</p></li></ol>",
        "<ol><li><p>raz</p></li><li><p>trzy</p></li></ol>",
        rich=True,
    )

    gone = "".join(each.text for each in segments if each.kind == "removed")
    assert gone.strip() in ("2. dwa", "dwa\n3.")
    assert not [each for each in segments if each.kind == "added"]


def test_blocks_become_lines_and_signs() -> None:
    segments = compare_words(
        "", "<h3>Program</h3><ul><li>raz</li></ul><blockquote><p>Słowo</p></blockquote>", rich=True
    )

    text = "".join(each.text for each in segments)
    assert text == "Program\n• raz\n» Słowo"
    assert segments[0].marks == ("heading",)


def test_what_looks_like_a_script_is_text() -> None:
    segments = compare_words("", "<p>&lt;script&gt;</p>", rich=True)

    assert [each.text for each in segments] == ["<script>"]


def test_names_of_a_list_are_kept_or_dropped_as_a_whole() -> None:
    assert told(compare_items(["Jan Nowak", "Maria"], ["Jan Kowalski", "Maria"])) == (
        "[-Jan Nowak; -][+Jan Kowalski; +]Maria"
    )

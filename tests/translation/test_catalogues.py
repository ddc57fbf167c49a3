"""What the catalogue check finds, told by small catalogues made up for it."""

import gettext
import os
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from twinning.translation.catalogues import (
    bring_up_to_date,
    compile_stale,
    forget_obsolete,
    problems_of,
)
from twinning.translation.faults import placeholders

POLISH_RULE = (
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)
HEADER = """\
msgid ""
msgstr ""
"Language: pl\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {rule}\\n"

"""
YEARS = """\
msgid "%(count)s year in %(town)s"
msgid_plural "%(count)s years in %(town)s"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pl" / "LC_MESSAGES" / "django.po"


def write(path: Path, messages: str, rule: str = POLISH_RULE) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(rule=rule) + messages, encoding="utf-8")


def faults(path: Path, messages: str, wanted: Catalog | None = None) -> list[str]:
    write(path, messages)
    return [problem.what for problem in problems_of(path, "pl", wanted)]


def wanted(*ids: str | tuple[str, str]) -> Catalog:
    catalog = Catalog(locale="en")
    for message in ids:
        catalog.add(message)
    return catalog


def test_a_complete_catalogue_has_no_fault(path: Path) -> None:
    messages = (
        'msgid "Home"\nmsgstr "Strona główna"\n\n'
        + YEARS
        + 'msgstr[0] "%(count)s rok w: %(town)s"\n'
        + 'msgstr[1] "%(count)s lata w: %(town)s"\n'
        + 'msgstr[2] "%(count)s lat w: %(town)s"\n'
    )
    assert faults(path, messages, wanted("Home")) == []


def test_a_singular_that_names_no_number_may_be_translated_so(path: Path) -> None:
    messages = (
        'msgid "a year"\nmsgid_plural "%(count)s years"\n'
        'msgstr[0] "rok"\nmsgstr[1] "%(count)s lata"\nmsgstr[2] "%(count)s lat"\n'
    )
    assert faults(path, messages) == []


def test_a_language_without_a_catalogue_is_a_problem(path: Path) -> None:
    assert [problem.what for problem in problems_of(path, "pl")] == ["there is no such catalogue"]


@pytest.mark.parametrize(
    ("messages", "fault"),
    [
        ('msgid "Home"\nmsgstr ""\n', "not translated: “Home”"),
        ('#, fuzzy\nmsgid "Home"\nmsgstr "Dom"\n', "fuzzy: “Home”"),
        ('#~ msgid "Home"\n#~ msgstr "Dom"\n', "obsolete: “Home”"),
        (
            'msgid "In %(year)s"\nmsgstr "W roku"\n',
            "placeholders differ: “In %(year)s” needs %(year)",
        ),
        (
            'msgid "In %(year)s"\nmsgstr "W %(rok)s"\n',
            "placeholders differ: “In %(year)s” needs %(year)",
        ),
        (
            'msgid "%(days)s days"\nmsgstr "%(days) dni"\n',
            "placeholders differ: “%(days)s days” needs %(days)",
        ),
        ('msgid "Page"\nmsgstr "Strona %s"\n', "placeholders differ: “Page” needs none"),
        (
            'msgid "By {name}"\nmsgstr "Autor: {}"\n',
            "placeholders differ: “By {name}” needs {name}",
        ),
        ('msgid "Home "\nmsgstr "Dom"\n', "white space at an end differs: “Home ”"),
        ('msgid "Home"\nmsgstr "Dom\\n"\n', "white space at an end differs: “Home”"),
    ],
)
def test_a_broken_message_is_named(path: Path, messages: str, fault: str) -> None:
    assert faults(path, messages) == [fault]


def test_each_plural_form_is_looked_at(path: Path) -> None:
    messages = (
        YEARS
        + 'msgstr[0] "%(count)s rok w: %(town)s"\n'
        + 'msgstr[1] "%(count)s lata"\n'
        + 'msgstr[2] ""\n'
    )
    assert faults(path, messages) == [
        "placeholders differ: “%(count)s year in %(town)s”, form 1 needs %(count), %(town)",
        "not translated: “%(count)s year in %(town)s”, form 2",
    ]


def test_a_message_with_more_forms_than_the_language_is_a_problem(path: Path) -> None:
    forms = "".join(f'msgstr[{form}] "%(count)s %(town)s"\n' for form in range(4))
    assert ["can't be read" in fault for fault in faults(path, YEARS + forms)] == [True]


def test_a_rule_of_another_language_is_a_problem(path: Path) -> None:
    write(path, "", rule="nplurals=2; plural=(n != 1);")
    assert [problem.what for problem in problems_of(path, "pl")] == [
        "the header's plural rule gives 0 and 2 the same form"
    ]


def test_a_problem_says_where_it_is(path: Path) -> None:
    write(path, 'msgid "Home"\nmsgstr ""\n')
    assert str(problems_of(path, "pl")[0]) == f"{path}:7: not translated: “Home”"


def test_a_text_that_is_no_catalogue_is_a_problem(path: Path) -> None:
    assert ["can't be read" in fault for fault in faults(path, "a line of prose\n")] == [True]


def test_a_message_only_the_code_has_is_a_problem(path: Path) -> None:
    messages = 'msgid "year"\nmsgstr "rok"\n'
    assert faults(path, messages, wanted("year", "month")) == ["in the code but not here: “month”"]
    assert faults(path, messages, wanted(("year", "years"))) == [
        "has plural forms in only one of code and catalogue: “year”"
    ]


def test_two_per_cent_signs_are_one_and_no_placeholder() -> None:
    assert placeholders("%(share)s%% of 100 %%s") == {"%(share)"}


def test_the_conversion_of_a_named_placeholder_is_free() -> None:
    assert placeholders("%(count)d") == placeholders("%(count)s")


def test_an_update_keeps_translations_and_drops_what_the_code_dropped(path: Path) -> None:
    write(path, 'msgid "year"\nmsgstr "rok"\n\nmsgid "lustrum"\nmsgstr "pięciolecie"\n')

    bring_up_to_date(path, "pl", wanted("year", "town"), is_source=False)

    with path.open("rb") as file:
        catalog = read_po(file, locale="pl")
    assert {message.id: message.string for message in catalog if message.id} == {
        "year": "rok",
        "town": "",
    }


def test_an_update_marks_a_translation_of_a_changed_message_as_fuzzy(path: Path) -> None:
    write(path, 'msgid "The years of the partnership"\nmsgstr "Lata partnerstwa"\n')

    bring_up_to_date(path, "pl", wanted("The years of a partnership"), is_source=False)

    assert [problem.what for problem in problems_of(path, "pl")] == [
        "fuzzy: “The years of a partnership”"
    ]


def test_the_source_language_stands_for_itself(tmp_path: Path) -> None:
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    messages = wanted("year", ("%(count)s town", "%(count)s towns"))

    bring_up_to_date(path, "en", messages, is_source=True)

    assert problems_of(path, "en", messages) == []


def test_a_second_update_changes_nothing(path: Path) -> None:
    messages = wanted("year", ("%(count)s town", "%(count)s towns"))
    bring_up_to_date(path, "pl", messages, is_source=False)
    first = path.read_bytes()

    bring_up_to_date(path, "pl", messages, is_source=False)

    assert path.read_bytes() == first
    assert b"nplurals=3" in first


def test_a_catalogue_is_compiled_once_and_again_when_it_changes(path: Path, tmp_path: Path) -> None:
    write(path, 'msgid "year"\nmsgstr "rok"\n\n#, fuzzy\nmsgid "town"\nmsgstr "wieś"\n')
    compiled = path.with_suffix(".mo")

    assert compile_stale(tmp_path) == [compiled]
    assert compile_stale(tmp_path) == []
    os.utime(compiled, (0, 0))
    assert compile_stale(tmp_path) == [compiled]

    with compiled.open("rb") as file:
        texts = gettext.GNUTranslations(file)
    assert texts.gettext("year") == "rok"
    assert texts.gettext("town") == "town", "a fuzzy translation must not show"


def test_a_short_word_is_bound_to_the_next_in_texts_and_never_in_addresses(
    path: Path, tmp_path: Path
) -> None:
    write(
        path,
        'msgid "in a year"\nmsgstr "w roku"\n\n'
        'msgctxt "address"\nmsgid "in a year/"\nmsgstr "w roku/"\n',
    )

    compile_stale(tmp_path)

    with path.with_suffix(".mo").open("rb") as file:
        texts = gettext.GNUTranslations(file)
    assert texts.gettext("in a year") == "w\u00a0roku"
    assert texts.pgettext("address", "in a year/") == "w roku/"


OLD = 'msgid "year"\nmsgstr "rok"\n\nmsgid "lustrum"\nmsgstr "pięciolecie"\n'


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="pl")


def test_a_translation_whose_message_is_gone_stays_until_it_is_let_go(path: Path) -> None:
    write(path, OLD)

    told = bring_up_to_date(path, "pl", wanted("year"), is_source=False)
    bring_up_to_date(path, "pl", wanted("year"), is_source=False)

    assert [message.string for message in told.obsolete.values()] == ["pięciolecie"]
    assert [message.string for message in read(path).obsolete.values()] == ["pięciolecie"]
    assert [problem.what for problem in problems_of(path, "pl")] == ["obsolete: “lustrum”"]
    forget_obsolete(path, "pl")
    assert problems_of(path, "pl", wanted("year")) == []


def test_a_message_that_comes_back_finds_its_translation(path: Path) -> None:
    write(path, OLD)
    bring_up_to_date(path, "pl", wanted("year"), is_source=False)

    bring_up_to_date(path, "pl", wanted("year", "lustrum"), is_source=False)

    assert problems_of(path, "pl", wanted("year", "lustrum")) == []
    assert [each.string for each in read(path) if each.id == "lustrum"] == ["pięciolecie"]


def test_what_was_never_translated_leaves_nothing_behind(path: Path) -> None:
    write(path, 'msgid "lustrum"\nmsgstr ""\n')

    bring_up_to_date(path, "pl", wanted("year"), is_source=False)

    assert not read(path).obsolete


def test_a_corrected_wording_of_the_source_language_stays(tmp_path: Path) -> None:
    path = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    bring_up_to_date(path, "en", wanted("Organisation"), is_source=True)
    path.write_text(path.read_text().replace('msgstr "Org', 'msgstr "The org'))

    bring_up_to_date(path, "en", wanted("Organisation", "Person"), is_source=True)

    texts = {message.id: message.string for message in read(path) if message.id}
    assert texts == {"Organisation": "The organisation", "Person": "Person"}


@pytest.mark.parametrize(
    "text", ["<script>x</script>", '" onclick="x', "Dom <b>", "&lt;", "<i>Home</i>"]
)
def test_a_text_may_bring_no_markup_of_its_own(path: Path, text: str) -> None:
    escaped = text.replace('"', '\\"')
    assert faults(path, f'msgid "Home"\nmsgstr "{escaped}"\n') == ["markup differs: “Home”"]


def test_tags_may_change_places_and_no_more(path: Path) -> None:
    message = 'msgid "<b>A</b> and <i>B</i>"\n'
    assert faults(path, message + 'msgstr "<i>B</i> i <b>A</b>"\n') == []
    assert faults(path, message + 'msgstr "<i>B</i> i A"\n') == [
        "markup differs: “<b>A</b> and <i>B</i>”"
    ]

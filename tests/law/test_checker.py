"""The checker of the declaration, held against pages in which one thing is wrong."""

import re

import pytest

from twinning.site.law.checker import RULES, Heading, faults

HEADINGS = [
    Heading(1, "Deklaracja dostępności"),
    Heading(2, "Stan dostępności cyfrowej"),
    Heading(2, "Niedostępne treści", always=False),
    Heading(3, "Niezgodność z załącznikiem", always=False),
    Heading(3, "Treści nieobjęte przepisami", always=False),
    Heading(3, "Nadmierne koszty", always=False, asks_for="a11y-ocena"),
    Heading(2, "Przygotowanie deklaracji dostępności"),
    Heading(2, "Udogodnienia, ograniczenia i inne informacje", always=False),
    Heading(2, "Skróty klawiszowe", always=False),
    Heading(2, "Informacje zwrotne i dane kontaktowe"),
    Heading(2, "Obsługa wniosków i skarg związanych z dostępnością"),
    Heading(2, "Pozostałe informacje"),
    Heading(3, "Aplikacje mobilne", always=False, asks_for="a11y-aplikacje"),
    Heading(3, "Dostępność architektoniczna"),
    Heading(3, "Dostępność komunikacyjno-informacyjna"),
]

# Every element that a declaration may have, written from the technical conditions by hand.
WHOLE = """<!DOCTYPE html><html lang="pl"><body><main>
<h1>Deklaracja dostępności</h1>
<section id="a11y-wstep"><p><span id="a11y-podmiot">Urząd</span> zobowiązuje się zapewnić dostępność
<span id="a11y-zakres">strony internetowej</span>
<a id="a11y-url" href="https://partnerzy.example/">partnerzy.example</a>.</p></section>
<p><time id="a11y-data-publikacja" datetime="2027-01-15">15 stycznia 2027 r.</time>
<time id="a11y-data-aktualizacja" datetime="2027-02-05">5 lutego 2027 r.</time></p>
<h2>Stan dostępności cyfrowej</h2>
<p id="a11y-status">Strona jest częściowo zgodna z załącznikiem.</p>
<h2>Niedostępne treści</h2>
<h3>Niezgodność z załącznikiem</h3><p>Skany.</p>
<h3>Treści nieobjęte przepisami</h3><p>Archiwa.</p>
<h3>Nadmierne koszty</h3><p><a id="a11y-ocena" href="https://partnerzy.example/ocena">Ocena</a></p>
<h2>Przygotowanie deklaracji dostępności</h2>
<p><time id="a11y-data-sporzadzenie" datetime="2027-02-05">5 lutego 2027 r.</time>
<time id="a11y-data-przeglad" datetime="2028-03-30">30 marca 2028 r.</time></p>
<h2>Skróty klawiszowe</h2><p>Brak.</p>
<h2>Informacje zwrotne i&nbsp;dane kontaktowe</h2>
<p><span id="a11y-kontakt">Wydział</span>
<a id="a11y-email" href="mailto:a@example.pl">a@example.pl</a>
<a id="a11y-telefon" href="tel:+48320000000">32 000 00 00</a></p>
<h2>Obsługa wniosków i skarg związanych z dostępnością</h2>
<section id="a11y-procedura"><p>7 dni, najwyżej 2 miesiące.</p></section>
<h2>Pozostałe informacje</h2>
<section id="a11y-aplikacje"><h3>Aplikacje mobilne</h3><p>Jedna.</p></section>
<section id="a11y-architektura"><h3>Dostępność architektoniczna</h3>
<p><a id="a11y-architektura-url" href="https://partnerzy.example/budynek">Budynek</a></p></section>
<section id="a11y-komunikacja"><h3>Dostępność komunikacyjno-informacyjna</h3><p>Pętla.</p></section>
</main></body></html>"""

OPTIONAL = {name for name, rule in RULES.items() if not rule.always}


def found(html: str) -> list[str]:
    return faults(html, HEADINGS)


def planted(before: str, after: str) -> list[str]:
    assert before in WHOLE
    return found(WHOLE.replace(before, after, 1))


def test_the_whole_declaration_has_no_fault() -> None:
    assert found(WHOLE) == []


def test_it_knows_every_element_of_the_conditions() -> None:
    assert len(RULES) == 18
    assert {
        "a11y-ocena", "a11y-data-przeglad", "a11y-aplikacje", "a11y-architektura-url",
    } == OPTIONAL  # fmt: skip


@pytest.mark.parametrize("name", sorted(RULES.keys() - OPTIONAL))
def test_a_missing_id_is_named(name: str) -> None:
    assert f"Brakuje identyfikatora {name}." in planted(f' id="{name}"', "")


@pytest.mark.parametrize("name", ["a11y-data-przeglad", "a11y-architektura-url"])
def test_what_may_be_absent_is_not_missed(name: str) -> None:
    assert planted(f' id="{name}"', "") == []


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_doubled_id_is_named(name: str) -> None:
    tag = re.search(rf'<(\w+) id="{name}"', WHOLE)
    assert tag
    again = f'<{tag[1]} id="{name}" href="https://x.example/">x</{tag[1]}></main>'
    assert f"Identyfikator {name} występuje 2 razy." in planted("</main>", again)


@pytest.mark.parametrize(
    ("name", "tag", "wrong"),
    [
        ("a11y-status", "p", "div"),
        ("a11y-podmiot", "span", "b"),
        ("a11y-email", "a", "span"),
        ("a11y-data-publikacja", "time", "span"),
        ("a11y-procedura", "section", "div"),
        ("a11y-wstep", "section", "div"),
    ],
)
def test_a_wrong_tag_is_named(name: str, tag: str, wrong: str) -> None:
    [fault] = planted(f'<{tag} id="{name}"', f'<{wrong} id="{name}"')
    assert fault.startswith(f"Identyfikator {name} stoi na <{wrong}>")


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("mailto:a@example.pl", "/kontakt/", "a11y-email nie zaczyna się od mailto:"),
        ("tel:+48320000000", "+48320000000", "a11y-telefon nie zaczyna się od tel:"),
        ('href="https://partnerzy.example/"', 'href="/"', "a11y-url nie zaczyna się od https://"),
        (' datetime="2027-01-15"', "", "a11y-data-publikacja nie ma dnia"),
        ('datetime="2027-01-15"', 'datetime="15.01.2027"', "a11y-data-publikacja nie ma dnia"),
        ('datetime="2027-01-15"', 'datetime="2027-13-15"', "a11y-data-publikacja nie ma dnia"),
        ('datetime="2027-01-15"', 'datetime="20270115"', "a11y-data-publikacja nie ma dnia"),
        (">Urząd<", "> <", "a11y-podmiot jest pusty"),
    ],
)
def test_an_element_that_says_nothing_usable_is_named(before: str, after: str, fault: str) -> None:
    assert fault in " ".join(planted(before, after))


def test_what_stands_outside_the_opening_is_named() -> None:
    span = '<span id="a11y-zakres">strony internetowej</span>'
    html = WHOLE.replace(span, "").replace("</main>", f"<p>{span}</p></main>")
    assert found(html) == ["Element a11y-zakres nie stoi wewnątrz a11y-wstep."]


@pytest.mark.parametrize("name", ["a11y-status-en", "a11y-state", "a11y-contact"])
def test_a_translated_id_is_named(name: str) -> None:
    assert planted('id="a11y-status"', f'id="{name}"') == [
        "Brakuje identyfikatora a11y-status.",
        f"Deklaracja nie zna identyfikatora {name}.",
    ]


class TestHeadings:
    @pytest.mark.parametrize("heading", [each for each in HEADINGS[1:] if each.always])
    def test_a_missing_one_is_named(self, heading: Heading) -> None:
        html = WHOLE.replace("&nbsp;", " ").replace(heading.title, "Inny nagłówek")
        assert f"Brakuje nagłówka „{heading.title}”." in found(html)

    def test_a_wrong_order_is_named(self) -> None:
        first, second = "Stan dostępności cyfrowej", "Niedostępne treści"
        html = WHOLE.replace(first, "?").replace(second, first).replace("?", second)
        assert f"Nagłówek „{first}” stoi po nagłówku „{second}”." in found(html)

    def test_a_wrong_level_is_named(self) -> None:
        html = WHOLE.replace("<h2>Pozostałe informacje</h2>", "<h4>Pozostałe informacje</h4>")
        assert found(html) == ["Nagłówek „Pozostałe informacje” nie jest poziomu 2."]

    def test_a_second_title_is_named(self) -> None:
        assert planted("</main>", "<h1>Jeszcze jeden</h1></main>") == [
            "Nagłówek pierwszego poziomu musi być jeden."
        ]

    def test_excessive_cost_without_its_assessment_is_named(self) -> None:
        assert planted(' id="a11y-ocena"', "") == [
            "Pod nagłówkiem „Nadmierne koszty” brakuje identyfikatora a11y-ocena."
        ]


@pytest.mark.parametrize("html", ["", "<", "<p", "</div></div>", "\0", "<h1>" * 50])
def test_what_is_no_page_is_refused_and_not_choked_on(html: str) -> None:
    assert len(found(html)) > len(RULES) - len(OPTIONAL)

"""The search page's sentences."""

from collections.abc import Iterator

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.finding.answer import Answer
from events.presentation.numbers import grouped
from events.presentation.people import phrase
from twinning.search.grammar import MOST_WORDS, Typed


def in_short(answer: Answer) -> str:
    """“37 records”, “more than 1000 records”; nothing where nothing was found."""
    if not answer.total:
        return ""
    text = ngettext("%(counter)s record", "%(counter)s records", answer.total)
    counted = text % {"counter": grouped(answer.total)}
    return _("more than %(counted)s") % {"counted": counted} if answer.is_more else counted


def reading(question: Typed) -> list[SafeString]:
    """How a question was understood where that isn't plain: dates, what is kept out, its length."""
    return list(_reading(question))


def _reading(question: Typed) -> Iterator[SafeString]:
    if question.when:
        yield phrase(_("Read as a date: %(date)s"), date=question.when.render())
    if question.excluded:
        yield phrase(_("Without: %(words)s"), words=_quoted(question))
    if question.left_out:
        yield phrase(
            _("Only the first %(number)s words were looked for, without: %(words)s"),
            number=str(MOST_WORDS),
            words=" ".join(question.left_out),
        )


def _quoted(question: Typed) -> SafeString:
    words = [
        _("“%(phrase)s”") % {"phrase": part.text} if part.is_phrase else part.text
        for part in question.excluded
    ]
    return format_html("{}", ", ".join(words))

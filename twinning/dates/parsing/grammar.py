"""From tokens to a span: single points, ranges, open ranges and turns."""

from collections.abc import Sequence
from dataclasses import replace

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.parsing.pieces import Piece
from twinning.dates.parsing.tokens import Kind, Token
from twinning.dates.points import Doubt, Point
from twinning.dates.span import Span

JOINTS = {Kind.DASH, Kind.TO, Kind.AND}
OPENERS = {Kind.FROM, Kind.SINCE, Kind.TO, Kind.TURN}
DOUBTS = {Kind.ABOUT, Kind.MAYBE}


class Sentence:
    """One text being read; the parts of speech are tried from the outside in."""

    def __init__(self, text: str, tokens: Sequence[Token], context_year: int | None) -> None:
        self.text = text
        self.context_year = context_year
        self.tokens = self._without_loose_dashes(self._known(tokens))

    def span(self) -> Span:
        opener, rest = self._opener()
        if opener is Kind.TURN:
            return self._turn(rest)
        joint = next((at for at, token in enumerate(rest) if token.kind in JOINTS), None)
        if opener is Kind.SINCE or (opener is Kind.FROM and joint is None):
            return Span(self._point(rest), None)
        if opener is Kind.TO:
            return Span(None, self._point(rest))
        if joint is None:
            return self._single(rest)
        before, after = rest[:joint], rest[joint + 1 :]
        if [token.kind for token in after] == [Kind.PRESENT]:
            return Span(self._point(before), None)
        first, last = self._pair(before, after)
        if rest[joint].kind is Kind.AND and opener is not Kind.FROM:
            self._refuse_apart(first, last)
        return Span(first, last)

    def _known(self, tokens: Sequence[Token]) -> Sequence[Token]:
        if not tokens:
            raise DateNotUnderstood("unreadable", self.text)
        for token in tokens:
            if token.kind is Kind.VAGUE:
                raise DateNotUnderstood("vague", self.text, self._words([token]))
        strange = [at for at, token in enumerate(tokens) if token.kind is Kind.UNKNOWN]
        if strange:
            end = start = strange[0]
            while end + 1 in strange:
                end += 1
            raise DateNotUnderstood("unreadable", self.text, self._words(tokens[start : end + 1]))
        return tokens

    def _without_loose_dashes(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """A dash at an end is punctuation, except beside a lone year: "1998–" could be open."""
        inner = list(tokens)
        while inner and inner[-1].kind is Kind.DASH:
            inner.pop()
        while inner and inner[0].kind is Kind.DASH:
            inner.pop(0)
        if len(inner) == 1 < len(tokens) and inner[0].kind is Kind.YEAR_NUMBER:
            raise DateNotUnderstood("dangling", self.text)
        return inner

    def _opener(self) -> tuple[Kind | None, Sequence[Token]]:
        """The word that opens the date; doubts before it belong to the first point."""
        at = 0
        while at < len(self.tokens) and self.tokens[at].kind in DOUBTS:
            at += 1
        if at == len(self.tokens) or self.tokens[at].kind not in OPENERS:
            return None, self.tokens
        return self.tokens[at].kind, [*self.tokens[:at], *self.tokens[at + 1 :]]

    def _single(self, tokens: Sequence[Token]) -> Span:
        if [token.kind for token in tokens] in ([Kind.YEAR_PAIR], [Kind.YEARS, Kind.YEAR_PAIR]):
            first, last = self._years(tokens[-1])
            return Span(first, last)
        point = self._point(tokens)
        return Span(point, point)

    def _turn(self, tokens: Sequence[Token]) -> Span:
        if tokens and tokens[-1].kind is Kind.YEAR_PAIR:
            first, last = self._years(tokens[-1])
        else:
            joint = next(
                (at for at, token in enumerate(tokens) if token.kind in {Kind.AND, Kind.DASH}), 0
            )
            first, last = self._pair(tokens[:joint], tokens[joint + 1 :])
        first, last = (replace(point, doubt=Doubt.APPROXIMATE) for point in (first, last))
        span = Span(first, last)
        if not span.is_turn:
            raise DateNotUnderstood("apart", self.text)
        return span

    def _years(self, pair: Token) -> tuple[Point, Point]:
        first, last = (Point(year or 0) for year in pair.numbers)
        return first, last

    def _point(self, tokens: Sequence[Token]) -> Point:
        return self._piece(tokens).point(self.context_year)

    def _pair(self, before: Sequence[Token], after: Sequence[Token]) -> tuple[Point, Point]:
        before, after = _shared_century(before, after)
        left, right = self._piece(before), self._piece(after)
        if left.day is not None and left.month is None and right.day is None:
            raise DateNotUnderstood("unreadable", self.text)  # "01-02.2014": days or months?
        left, right = left.completed_by(right), right.completed_by(left)
        return left.point(self.context_year), right.point(self.context_year)

    def _piece(self, tokens: Sequence[Token]) -> Piece:
        if not tokens:
            raise DateNotUnderstood("unreadable", self.text)
        return Piece.read(tokens, self.text, self.context_year)

    def _refuse_apart(self, first: Point, last: Point) -> None:
        if first.latest.toordinal() + 1 != last.earliest.toordinal():
            raise DateNotUnderstood("apart", self.text)

    def _words(self, tokens: Sequence[Token]) -> str:
        return self.text[tokens[0].start : tokens[-1].end]


def _shared_century(
    before: Sequence[Token], after: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Token]]:
    """Give each side the words said once for both: "lat 80. i 90. XX wieku", "XX i XXI wieku"."""
    left, right = ("".join(token.kind.value for token in side) for side in (before, after))
    if left in {"R", "n"} and right in {"RC", "nC"}:
        return [*before, after[-1]], after
    if left in {"Ln", "LD", "D"}:
        if left[0] == "L" and right in {"n", "nRC", "nnC"}:
            after, right = [before[0], *after], f"L{right}"
        if right in {"LnRC", "LnnC", "LDRC"}:
            before = [*before, *after[-2:]]
    return before, after

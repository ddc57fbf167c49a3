from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from twinning.site.desk.roll import Branch, Found, rows_of
from twinning.site.desk.row import Row, noun_of, page_of
from twinning.site.desk.worker import Worker


class Section:
    """One kind of work. Its rows are those it has at hand in `listed`, then records in `branches`.

    A section of which the worker may do nothing has neither.
    """

    name: str
    heading: str | Promise
    hint: str | Promise = ""
    newest_first = True
    shown = 0  # how many rows the desk shows, if not as many as of other sections

    def listed(self, worker: Worker) -> Sequence[Row]:
        return ()

    def branches(self, worker: Worker) -> Sequence[Branch]:
        return ()

    def elsewhere(self, worker: Worker) -> tuple[str, str] | None:
        """Label and address of a page outside the desk that goes on from the section."""
        return None

    def row(self, worker: Worker, found: Found) -> Row:
        return Row(
            found.name or _("without a title yet"),
            page_of(found.model, found.key),
            noun_of(found.model),
            self.facts(worker, found),
            found.comment or "",
            found.language,
        )

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        return ()


@dataclass(slots=True)
class Work:
    """What a section has for one worker."""

    section: Section
    worker: Worker
    listed: Sequence[Row] = ()
    branches: Sequence[Branch] = ()
    counted: int = 0
    rows: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, section: Section, worker: Worker) -> "Work":
        return cls(section, worker, section.listed(worker), section.branches(worker))

    def count(self, counts: Sequence[int]) -> None:
        """How many records each branch has: from now on, those without any are left out."""
        self.counted = sum(counts)
        self.branches = [
            branch for branch, count in zip(self.branches, counts, strict=True) if count
        ]

    @property
    def total(self) -> int:
        return len(self.listed) + self.counted

    @property
    def elsewhere(self) -> tuple[str, str] | None:
        return self.section.elsewhere(self.worker)

    @property
    def has_more(self) -> bool:
        return self.total > len(self.rows)

    def fetch(self, start: int, stop: int) -> None:
        """The rows from `start` to before `stop`."""
        self.rows = list(self.listed[start:stop])
        before = len(self.listed)
        window = slice(max(start - before, 0), max(stop - before, 0))
        if self.counted and window.start < window.stop:
            found = rows_of(self.branches, newest_first=self.section.newest_first, window=window)
            self.rows += [self.section.row(self.worker, each) for each in found]

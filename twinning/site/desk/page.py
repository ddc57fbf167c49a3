"""The desk put together for one worker."""

from collections.abc import Sequence
from dataclasses import dataclass

from twinning.site.desk.registry import Group, groups_for
from twinning.site.desk.roll import count_together
from twinning.site.desk.section import Section, Work
from twinning.site.desk.worker import Worker

SHOWN = 6


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """A group with those of its sections that have something."""

    group: Group
    works: Sequence[Work]


def desk_of(worker: Worker) -> list[WorkGroup]:
    """The groups in which there is something, each section with its count and first rows."""
    groups = groups_for(is_translator=worker.is_translator)
    works = {
        section.name: Work.of(section, worker) for group in groups for section in group.sections
    }
    counts = count_together({name: work.branches for name, work in works.items()})
    for name, work in works.items():
        work.count(counts[name])
        work.fetch(0, work.section.shown or SHOWN)
    laid_out = [
        WorkGroup(group, [works[each.name] for each in group.sections if works[each.name].total])
        for group in groups
    ]
    return [each for each in laid_out if each.works]


def work_of(section: Section, worker: Worker) -> Work:
    """One section with its count, still without rows."""
    work = Work.of(section, worker)
    work.count(count_together({section.name: work.branches})[section.name])
    return work

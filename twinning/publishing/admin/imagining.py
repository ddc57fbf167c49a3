from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import all_valid
from django.http import HttpRequest

from twinning.publishing.admin.working_copies import WorkingCopies
from twinning.publishing.forms.problems import Problem, problems
from twinning.publishing.models import WorkingCopy
from twinning.publishing.previewing import (
    NothingToShowError,
    Subject,
    lacking,
    make_public,
    page_as_public,
    undone,
)


class NotWholeError(NothingToShowError):
    """The working copy can't be saved as it is, so there is nothing to show yet."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


class GoneError(NothingToShowError):
    """The record, or the working copy of it, is no longer there."""


class Imagining(WorkingCopies):
    """Shows a record, or a working copy of it, as the page that residents would get."""

    def may_preview(self, request: HttpRequest, subject: Subject) -> bool:
        """Whoever may open the form may see what would come of it."""
        if subject.record is not None:
            if not self.has_view_or_change_permission(request, subject.record):
                return False
        elif not self.has_add_permission(request):
            return False
        return subject.copy is None or self._may_open(request, subject.copy, subject.record)

    def page_of(
        self, request: HttpRequest, subject: Subject, language: str, context: dict[str, Any]
    ) -> bytes:
        """The public page in the language; nothing is saved by it.

        Raises `NotWholeError`, `NoPageError`, `GoneError`, and `PermissionDenied` if the author of
        the copy may no longer write it.
        """

        def imagine() -> bytes:
            record = self._imagined(subject)
            make_public(record)
            return page_as_public(request, record, language, context)

        return undone(imagine)

    def lacking_in(self, subject: Subject, language: str) -> list[str]:
        """What the page would show in the source language for want of a translation."""
        return undone(lambda: lacking(self._imagined(subject), language))

    def _imagined(self, subject: Subject) -> Any:
        """The record as the subject has it; saved, so undo it."""
        if subject.copy is not None:
            return self._saved(subject.copy)
        record = self.model._default_manager.filter(pk=subject.record.pk).first()
        if record is None:
            raise GoneError
        return record

    def _saved(self, copy: WorkingCopy) -> Any:
        """Save the copy as its author would save the form, over whatever version there is."""
        acting, posted = acting_as(copy.author), copy.posted
        posted["copy"], posted["sequence"] = str(copy.key), str(copy.sequence)
        record = self._record_of(acting, copy)
        is_change = record is not None
        if not self.may_keep(acting, record):
            raise PermissionDenied
        if is_change:
            posted["overwrite"] = str(self.whole_of(record).version)
        acting.method, acting.POST = "POST", posted  # type: ignore[assignment]
        form = self.get_form(acting, record, change=is_change)(
            acting.POST, acting.FILES, instance=record
        )
        is_valid = form.is_valid()
        new = self.save_form(acting, form, change=is_change) if is_valid else form.instance
        page: Any = self
        formsets, _inlines = page._create_formsets(acting, new, change=is_change)  # noqa: SLF001
        if not (all_valid(formsets) and is_valid):
            raise NotWholeError(problems(form, formsets))
        self.save_model(acting, new, form, change=is_change)
        self.save_related(acting, form, formsets, change=is_change)
        return self.model._default_manager.get(pk=new.pk)

    def _record_of(self, acting: HttpRequest, copy: WorkingCopy) -> Any:
        if copy.object_id is None:
            return None
        record = self.get_queryset(acting).filter(pk=copy.object_id).first()
        if record is None:
            raise GoneError
        return record


def acting_as(user: Any) -> HttpRequest:
    """A request of the user's, who isn't there."""
    request = HttpRequest()
    request.user, request.method = user, "GET"
    return request

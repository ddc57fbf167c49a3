from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from twinning.publishing.admin.rights import RecordRights
from twinning.publishing.forms import CommentForm, form_data
from twinning.publishing.history import note_action
from twinning.publishing.models import Action, WorkingCopy
from twinning.publishing.presence import others_at_work
from twinning.publishing.reviewing import return_copy
from twinning.publishing.working_copies import KeptElsewhereError, copy_of, keep


class WorkingCopies(RecordRights):
    """Forms that are kept before they are saved, and filled in again when they are opened."""

    def get_urls(self) -> list[Any]:
        def name(what: str) -> str:
            return f"{self.opts.app_label}_{self.opts.model_name}_{what}"

        wrap = self.admin_site.admin_view
        return [
            path("keep/", self.keep_view, name=name("keep_new")),
            path("<path:object_id>/keep/", self.keep_view, name=name("keep")),
            path("copy/<uuid:key>/discard/", wrap(self.discard_view), name=name("discard")),
            path("copy/<uuid:key>/return/", wrap(self.return_view), name=name("return")),
            *super().get_urls(),
        ]

    # Filling in

    def copy_in_hand(self, request: HttpRequest, obj: Any) -> WorkingCopy | None:
        """The copy that the form shows: the one asked for, or else the user's own of the record."""
        key = _uuid(
            request.GET.get("copy") if request.method == "GET" else request.POST.get("copy")
        )
        if key is not None:
            asked = (
                WorkingCopy.objects.of_model(self.model).filter(key=key).select_related("author")
            )
            copy = asked.filter(object_id=None if obj is None else obj.pk).first()
            if copy is not None and self._may_open(request, copy, obj):
                return copy
        return None if obj is None else copy_of(_user(request), self.model, obj)

    def _may_open(self, request: HttpRequest, copy: WorkingCopy, obj: Any) -> bool:
        if copy.author_id == request.user.pk:
            return True
        return copy.state == WorkingCopy.State.REVIEW and self.may_publish(request, obj)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.kept = self._kept(request, obj)
        form.other_tab = self.copy_of_another_tab(request, obj)
        return form

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        whole = obj if obj is not None and obj.pk else None
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        return {**kwargs, "kept": self._kept(request, whole)}

    def _kept(self, request: HttpRequest, obj: Any) -> QueryDict | None:
        if request.method != "GET" or IS_POPUP_VAR in request.GET:
            return None
        known = request.__dict__
        if "_kept_form" not in known:
            may_write = self.has_change_permission(request, obj) if obj else True
            copy = self.copy_in_hand(request, obj) if may_write else None
            known["_copy_in_hand"] = copy
            known["_kept_form"] = None if copy is None else copy.posted
        kept: QueryDict | None = known["_kept_form"]
        return kept

    def copy_of_another_tab(self, request: HttpRequest, obj: Any) -> WorkingCopy | None:
        if request.method != "POST" or IS_POPUP_VAR in request.POST:
            return None
        known = request.__dict__
        if "_rival_copy" not in known:
            copy = copy_of(_user(request), self.model, obj, request.POST.get("copy", ""))
            is_known = copy is None or str(copy.sequence) == request.POST.get("sequence", "0")
            known["_rival_copy"] = None if is_known else copy
        rival: WorkingCopy | None = known["_rival_copy"]
        return rival

    def saved_form(self, request: HttpRequest, obj: Any) -> QueryDict:
        """The saved record as its form would post it."""
        saved = self.get_queryset(request).get(pk=obj.pk)  # a checked form has written into `obj`
        method, request.method = request.method, "HEAD"  # neither posted nor restored
        try:
            form = self.get_form(request, saved, change=True)(instance=saved)
            page: Any = self
            formsets, _inlines = page._create_formsets(request, saved, change=True)  # noqa: SLF001
            return form_data(form, formsets)
        finally:
            request.method = method

    # Keeping

    @method_decorator(never_cache)
    def keep_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """Keeps a form while it is written; the answer is for the script that asks."""
        if request.method != "POST":
            return HttpResponse(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "POST"})
        if not self.admin_site.has_permission(request):
            return _answer(HTTPStatus.UNAUTHORIZED, _("You have been signed out."))
        try:
            with transaction.atomic():
                obj = self.get_object(request, object_id) if object_id else None
                if object_id and obj is None:
                    return _answer(HTTPStatus.GONE, _("This record has been deleted."))
                if not self.may_keep(request, obj):
                    return _answer(HTTPStatus.FORBIDDEN, _("You may not change this record."))
                copy = keep(_user(request), self.model, obj, request.POST)
        except KeptElsewhereError:
            return _answer(
                HTTPStatus.CONFLICT, _("You are writing this entry in another tab, too.")
            )
        others = others_at_work(obj, request.user) if obj is not None else []
        kept = {"copy": str(copy.key), "sequence": copy.sequence, "others": others}
        return JsonResponse({**kept, "discard": self.admin_url("discard", copy.key)})

    def may_keep(self, request: HttpRequest, obj: Any) -> bool:
        if obj is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, obj)

    def keep_and_return(
        self,
        request: HttpRequest,
        obj: Any,
        state: WorkingCopy.State = WorkingCopy.State.WRITING,
    ) -> HttpResponse:
        """Keep what was posted and come back to the form. Raises `KeptElsewhereError`."""
        copy = keep(_user(request), self.model, obj, request.POST, state=state)
        if state == WorkingCopy.State.REVIEW:
            note_action(
                self.whole_of(obj), Action.SUBMITTED, user=request.user, comment=copy.comment
            )
            self.message_user(
                request,
                _("Your changes wait for review. What residents see is as it was."),
                messages.SUCCESS,
            )
        else:
            text = _("Your working copy is kept. What residents see is as it was.")
            self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(self.copy_url(copy))

    def copy_url(self, copy: WorkingCopy) -> str:
        if copy.object_id is None:
            return f"{self.admin_url('add')}?copy={copy.key}"
        return self.admin_url("change", copy.object_id)

    def admin_url(self, what: str, *args: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{what}"
        return reverse(name, args=[quote(arg) for arg in args])

    # Reviewing

    @method_decorator(transaction.atomic)
    def return_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Somebody else's copy goes back to its author, with the reason."""
        in_review = WorkingCopy.objects.of_model(self.model).in_review().select_related("author")
        copy = get_object_or_404(in_review, key=key)
        record = copy.record
        if record is None or not self.may_publish(request, record):
            raise PermissionDenied
        form = CommentForm(request.POST or None)
        form.fields["comment"].required = True
        if form.is_valid():
            comment = form.cleaned_data["comment"]
            return_copy(copy, self.whole_of(record), user=request.user, comment=comment)
            text = _("The working copy is back with %(author)s.") % {"author": copy.author}
            self.message_user(request, text, messages.SUCCESS)
            return HttpResponseRedirect(self.copy_url(copy))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Return to the author"),
            "subtitle": str(record),
            "opts": self.opts,
            "original": record,
            "form": form,
            "consequence": _("The author sees what you write here, and goes on from the copy."),
            "back_url": f"{self.copy_url(copy)}?copy={copy.key}",
        }
        return TemplateResponse(request, "admin/publishing/step.html", context)

    def whole_of(self, obj: Any) -> Any:
        """The record whose version, rights and history count: itself, unless it is a part."""
        return obj

    # Discarding

    def discard_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        own = WorkingCopy.objects.of_model(self.model).by(_user(request))
        copy = get_object_or_404(own, key=key)
        if request.method == "POST":
            return self._discard(request, copy)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Discard the working copy?"),
            "opts": self.opts,
            "copy": copy,
            "back_url": self.copy_url(copy),
        }
        return TemplateResponse(request, "admin/publishing/discard.html", context)

    @transaction.atomic
    def _discard(self, request: HttpRequest, copy: WorkingCopy) -> HttpResponse:
        record = copy.record
        if record is not None:
            note_action(self.whole_of(record), Action.DISCARDED, user=request.user)
        copy.delete()
        self.message_user(request, _("The working copy is discarded."), messages.SUCCESS)
        target = self.admin_url("changelist") if record is None else self.copy_url(copy)
        return HttpResponseRedirect(target)


def _user(request: HttpRequest) -> Any:
    return request.user


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _answer(status: HTTPStatus, message: str) -> JsonResponse:
    return JsonResponse({"message": message}, status=status)

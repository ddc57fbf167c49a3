from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from twinning.publishing.models.user import User

# What a browser posts beside the contents of the form.
NOT_CONTENT = ("csrfmiddlewaretoken", "copy", "sequence", "comment", "minor_edit", "overwrite")


def _storable(text: str) -> str:
    """Without the null character, which nobody types and PostgreSQL can't store."""
    return text.replace("\0", "")


class WorkingCopyQuerySet(models.QuerySet["WorkingCopy"]):
    def of(self, record: models.Model) -> Self:
        return self.filter(
            content_type=ContentType.objects.get_for_model(record), object_id=record.pk
        )

    def of_model(self, model: type[models.Model]) -> Self:
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def of_new(self, model: type[models.Model]) -> Self:
        """Those of records that don't exist yet."""
        return self.of_model(model).filter(object_id__isnull=True)

    def by(self, user: "User") -> Self:
        return self.filter(author=user)

    def by_others(self, user: "User") -> Self:
        return self.exclude(author=user)

    def in_review(self) -> Self:
        return self.filter(state=WorkingCopy.State.REVIEW)


class WorkingCopy(models.Model):
    """A form that has been filled in, with all its rows, and not been published.

    `data` holds what the browser posted: each name with its list of values, the version that the
    form was opened with among them. What residents see stays untouched until the copy is posted as
    the form it is, checks and rights included. `sequence` counts how often it was kept, so that two
    tabs of one person don't overwrite each other. `origin` is somebody else's copy that this one
    goes on from, as a reviewer's does.
    """

    class State(models.TextChoices):
        WRITING = "writing", _("being written")
        REVIEW = "review", _("in review")
        RETURNED = "returned", _("returned to the author")

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,  # accounts are closed by deactivating them; nothing is lost
        related_name="working_copies",
        verbose_name=_("author"),
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    data = models.JSONField(default=dict)
    origin = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="continued_in"
    )
    sequence = models.PositiveIntegerField(default=0)
    title = models.CharField(_("title"), max_length=300, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.WRITING)
    comment = models.TextField(_("comment"), blank=True)
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last kept"), auto_now=True)

    objects = models.Manager.from_queryset(WorkingCopyQuerySet)()

    class Meta:
        verbose_name = _("working copy")
        verbose_name_plural = _("working copies")
        ordering = ["-updated_at"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["author", "content_type", "object_id"],
                condition=models.Q(object_id__isnull=False),
                name="publishing_workingcopy_one_of_author",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["writing", "review", "returned"]),
                name="publishing_workingcopy_state_known",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(_("without a title yet"))

    @property
    def posted(self) -> QueryDict:
        """The contents as the browser posted them."""
        form = QueryDict(mutable=True)
        for name, values in self.data.items():
            form.setlist(name, values)
        return form

    @posted.setter
    def posted(self, form: QueryDict) -> None:
        self.data = {
            _storable(name): [_storable(value) for value in values]
            for name, values in form.lists()
            if name not in NOT_CONTENT and not name.startswith(("_", "merge-"))
        }

    @property
    def record(self) -> Any:
        """The record it is a copy of; None for a new one, or where it has been deleted."""
        model = self.content_type.model_class()
        if model is None or self.object_id is None:
            return None
        return model._default_manager.filter(pk=self.object_id).first()

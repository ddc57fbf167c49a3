from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Topic
from twinning.publishing.admin.publishable import STEPS, PublishableAdmin
from twinning.publishing.forms.bulk import ChoiceForm
from twinning.publishing.models import Action


class TopicActions(PublishableAdmin):
    """For records with topics: adds some to all that are selected, or takes some away."""

    actions = [*STEPS, "add_topics", "remove_topics"]

    @admin.action(description=gettext_lazy("Add a topic…"), permissions=["change"])
    def add_topics(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return self._change_topics(request, queryset, _("Add a topic"), add=True)

    @admin.action(description=gettext_lazy("Remove a topic…"), permissions=["change"])
    def remove_topics(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return self._change_topics(request, queryset, _("Remove a topic"), add=False)

    def _change_topics(
        self, request: HttpRequest, queryset: QuerySet[Any], title: str, *, add: bool
    ) -> HttpResponse | None:
        form = ChoiceForm(Topic.objects.all(), _("Topics"), request.POST)
        if not form.is_valid():
            return self.ask(request, queryset, form, title=title, text="")
        topics = set(form.cleaned_data["chosen"])
        comment = form.cleaned_data["comment"] or _said(topics, add=add)

        def change(record: Any) -> bool:
            present = set(record.topics.all())
            changed = topics - present if add else topics & present
            if not changed:
                return False
            (record.topics.add if add else record.topics.remove)(*changed)
            record.version += 1
            record.save(update_fields=["version", "updated_at"])
            return True

        def may(record: Any) -> bool:
            return self.may_change(request, record)

        self.change_each(
            request, queryset, may=may, change=change, action=Action.CHANGED, comment=comment
        )
        return None


def _said(topics: set[Topic], *, add: bool) -> str:
    text = _("Topics added: %(topics)s") if add else _("Topics removed: %(topics)s")
    return text % {"topics": ", ".join(sorted(map(str, topics)))}

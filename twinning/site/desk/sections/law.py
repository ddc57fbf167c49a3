from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.publishing.models import PublicBody
from twinning.publishing.public_body import public_body
from twinning.site.desk.row import Row
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker
from twinning.site.law.frame import NOTICES, frame


class PagesOfTheLaw(Section):
    """The pages that a public body must have and that aren't public, with what each still lacks."""

    name = "pages-of-the-law"
    heading = gettext_lazy("Pages that the law asks for and that are not public")

    def listed(self, worker: Worker) -> Sequence[Row]:
        if not worker.may(PublicBody, "change"):
            return ()
        return list(_rows())


def _rows() -> Iterator[Row]:
    body, now = public_body(), frame()
    if not (body.name and body.has_contact):
        yield Row(_name(body), _page(body), facts=[_("name and contact are missing")])
    for model in NOTICES:
        if not now.has(model):
            record: Any = now.pages.get(model) or model()
            lacks = [told for _field, told in record.missing(body)]
            facts = [_("Missing: %(told)s") % {"told": "; ".join(lacks)}] if lacks else []
            yield Row(
                _name(record), _page(record), facts=facts or [_("complete: can be published")]
            )


def _name(record: Model) -> str:
    return capfirst(str(record._meta.verbose_name))


def _page(record: Model) -> str:
    page = f"admin:{record._meta.app_label}_{record._meta.model_name}"
    return reverse(f"{page}_change", args=[record.pk]) if record.pk else reverse(f"{page}_add")

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from twinning.publishing.forms import VersionedForm
from twinning.publishing.models import PublicBody, Status
from twinning.site.law.frame import NOTICES
from twinning.site.models import Whole


class WholeForm(VersionedForm[Any]):
    """Publishes a page of the law as a whole, or says at each field what it still has to tell."""

    def _post_clean(self) -> None:
        super()._post_clean()
        step, record = self.step, self.instance
        if isinstance(record, Whole) and step is not None and step.target == Status.PUBLISHED:
            try:
                record.require_whole()
            except ValidationError as error:
                for field, messages in error.message_dict.items():
                    self.add_error(field if field in self.fields else None, messages)


class PublicBodyForm(VersionedForm[PublicBody]):
    """Lets nothing be taken away that a published page of the law has to tell."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors:
            return
        for model in NOTICES:
            for record in model.objects.filter(status=Status.PUBLISHED):
                for _field, told in record.missing(self.instance):
                    text = _("The published page “%(page)s” can’t be without this: %(told)s")
                    self.add_error(None, text % {"page": _name(record), "told": told})


def _name(record: Model) -> str:
    return str(record._meta.verbose_name)

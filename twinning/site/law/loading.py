"""The pages of the law as they come with the site: texts that are true of this software."""

from pathlib import Path
from typing import Any

import yaml
from django.db import models, transaction

from twinning.publishing.history import record_action
from twinning.publishing.models import Action, PublicBody, Publishable, Status
from twinning.site.models import Declaration, PrivacyNotice, ReuseNotice

KINDS: dict[str, type[models.Model]] = {
    "publicbody": PublicBody,
    "declaration": Declaration,
    "privacynotice": PrivacyNotice,
    "reusenotice": ReuseNotice,
}


def load(folder: Path, *, drafts_only: bool = False) -> list[str]:
    """Make what isn't there yet and name it; what is there stays as it is.

    A file holds the fields of a record under its kind, and `published: true` where it is right for
    any reader. `drafts_only` is for another city: nothing is published, nobody named.
    """
    made = []
    with transaction.atomic():
        for path in sorted(folder.glob("*.yaml"), key=lambda path: path.stem != "public-body"):
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            for kind, values in content.items():
                model = KINDS[kind]
                if not (model._base_manager.exists() or (drafts_only and model is PublicBody)):
                    _make(model, dict(values), drafts_only=drafts_only)
                    made.append(str(model._meta.verbose_name))
    return made


def _make(model: type[models.Model], values: dict[str, Any], *, drafts_only: bool) -> None:
    is_published = values.pop("published", False) and not drafts_only
    record = model()
    for name, value in values.items():
        setattr(record, name, value)
    if isinstance(record, Publishable) and is_published:
        record.status = Status.PUBLISHED
    record.full_clean()
    record.save()
    record_action(record, Action.ADDED)

"""What a finished booklet is checked against before it is handed out."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

from events.data.changes import ALWAYS_PUBLIC, PUBLISHED, state
from events.models import YearNote
from twinning.media.models import Image
from twinning.publishing.models import PublicBody
from twinning.translation.models import ChangedMessage

HERE = Path(__file__).parent


def current_mark() -> str:
    """Another one whenever a booklet may come out otherwise than before. One query."""
    content = state(
        (*PUBLISHED, YearNote), (*ALWAYS_PUBLIC, Image, PublicBody, ChangedMessage)
    ).mark
    return hashlib.sha256(f"{content} {code_mark()}".encode()).hexdigest()


@cache
def code_mark() -> str:
    """Of this version of the site: its templates, styles and catalogues."""
    templates = Path(settings.BASE_DIR) / "templates" / "events" / "booklet"
    files = [
        *HERE.rglob("*.typ"),
        *HERE.rglob("*.css"),
        *templates.rglob("*"),
        *(path for folder in settings.LOCALE_PATHS for path in Path(folder).rglob("*.po")),
    ]
    whole = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        whole.update(path.read_bytes())
    return whole.hexdigest()

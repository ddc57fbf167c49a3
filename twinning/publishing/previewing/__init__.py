"""What isn't published, shown as the public page that it would be.

It is saved and made public inside a transaction, the public view answers, and all is undone.
"""

from twinning.publishing.previewing.imagining import undone
from twinning.publishing.previewing.pages import (
    NoPageError,
    NothingToShowError,
    has_page,
    make_public,
    page_as_public,
)
from twinning.publishing.previewing.subject import Subject, lacking

__all__ = [
    "NoPageError",
    "NothingToShowError",
    "Subject",
    "has_page",
    "lacking",
    "make_public",
    "page_as_public",
    "undone",
]

"""What is stored of an upload: a copy written anew, never the bytes as they came."""

import hashlib
import secrets
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile


class CleanCopy(SimpleUploadedFile):
    """Under a name that says nothing, with what else the record keeps of the upload.

    `facts` are values for the record's fields: `digest` recognises the same file another time.
    """

    def __init__(self, original: bytes, copy: bytes, suffix: str, kind: str, **facts: Any) -> None:
        super().__init__(f"{secrets.token_hex(8)}.{suffix}", copy, content_type=kind)
        self.facts = {"digest": hashlib.sha256(original).hexdigest(), **facts}

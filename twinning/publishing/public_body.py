"""Who runs the site, for whoever has to name it. What isn't filled in is empty: leave it out."""

from twinning.publishing.kept import Kept
from twinning.publishing.models import PublicBody


def _read() -> PublicBody:
    return PublicBody.objects.first() or PublicBody()


public_body: Kept[PublicBody] = Kept(_read, PublicBody)

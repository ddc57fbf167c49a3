"""Labels of breadcrumbs as texts. They may be HTML with passages that say they are in another
language.
"""

import re
from html import unescape

from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from twinning.metadata.page import Titled

_ELSEWHERE = re.compile(r'<span [^>]*\blang="([^"]*)"[^>]*>.*?</span>', re.DOTALL)


def own_text(label: str) -> str:
    """What of the label is in the page's language."""
    if not isinstance(label, SafeString):
        return label
    return unescape(strip_tags(_ELSEWHERE.sub("", label)))


def worded(label: str) -> Titled:
    """The whole label with its language; without one where it is in two."""
    here = get_language() or ""
    passages = _ELSEWHERE.findall(label) if isinstance(label, SafeString) else []
    if not passages:
        return Titled(own_text(label), here)
    language = "" if own_text(label).strip() else passages[0]
    return Titled(unescape(strip_tags(label)), language)

"""What is wrong with a text, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from twinning.translation.faults import Fault, Wrong

WORDS = {
    Wrong.EMPTY: gettext_lazy("It is empty; every form has to be filled in."),
    Wrong.EDGES: gettext_lazy(
        "It has to begin and end with the same spaces and line breaks as the source."
    ),
    Wrong.MARKUP: gettext_lazy(
        "It needs the same HTML tags as the source, and no other <, >, & or straight "
        "quotation marks."
    ),
    Wrong.FORMS: gettext_lazy("It has more or fewer plural forms than the language."),
}


def in_words(fault: Fault) -> str:
    if fault.wrong is not Wrong.PLACEHOLDERS:
        return str(WORDS[fault.wrong])
    if fault.names == "none":
        return _("No placeholder may stand in it, since the source has none.")
    return _("These placeholders have to stand in it, written as in the source: %(names)s.") % {
        "names": fault.names
    }

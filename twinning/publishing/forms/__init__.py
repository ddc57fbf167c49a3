"""Forms in which records are edited: what a user may not change is locked, and nobody's save is
overwritten unseen."""

from twinning.publishing.forms.conflict import Difference, differences
from twinning.publishing.forms.editing import EditingForm, PartForm, VersionedForm
from twinning.publishing.forms.formset import PartFormSet

__all__ = [
    "Difference",
    "EditingForm",
    "PartForm",
    "PartFormSet",
    "VersionedForm",
    "differences",
]

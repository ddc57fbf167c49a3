"""Forms in which records are edited: what a user may not change is locked, and nobody's save is
overwritten unseen."""

from twinning.publishing.forms.base_version import base_data
from twinning.publishing.forms.comment import CommentForm, StepForm
from twinning.publishing.forms.conflict import Difference, Rival, differences
from twinning.publishing.forms.editing import EditingForm, PartForm, VersionedForm
from twinning.publishing.forms.formset import PartFormSet
from twinning.publishing.forms.posted import form_data, merged
from twinning.publishing.forms.saved import changed_by

__all__ = [
    "CommentForm",
    "Difference",
    "EditingForm",
    "PartForm",
    "PartFormSet",
    "Rival",
    "StepForm",
    "VersionedForm",
    "base_data",
    "changed_by",
    "differences",
    "form_data",
    "merged",
]

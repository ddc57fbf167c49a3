"""Sentences of Django's admin that our catalogues say in other words.

Django puts a model's name into a sentence where Polish wants it in another case or gender, and
shows “został(a)(-ło)”. Marked here they come into our catalogues, which go before Django's.
"""

from django.utils.translation import gettext_noop as _

SENTENCES = (
    _("Add %s"),
    _("Change %s"),
    _("View %s"),
    _("Select %s"),
    _("Select %s to change"),
    _("Select %s to view"),
    _("Add %(name)s"),
    _("Add another %(verbose_name)s"),
    _("Delete selected %(verbose_name_plural)s"),
    _("Cannot delete %(name)s"),
    _("Delete multiple objects"),
    _("The {name} “{obj}” was added successfully."),
    _("The {name} “{obj}” was added successfully. You may add another {name} below."),
    _("You may edit it again below."),
    _("The {name} “{obj}” was changed successfully."),
    _("The {name} “{obj}” was changed successfully. You may edit it again below."),
    _("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    _("The %(name)s “%(obj)s” was deleted successfully."),
    _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?"),
    _("Select all %(total_count)s %(module_name)s"),
    _("Hide counts"),
    _("Show counts"),
    _(" By %(filter_title)s "),
    _(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? '
        "All of the following related items will be deleted:"
    ),
    _(
        "Are you sure you want to delete the selected %(objects_name)s? "
        "All of the following objects and their related items will be deleted:"
    ),
    _(
        "Deleting the selected %(objects_name)s would result in deleting related objects, but "
        "your account doesn't have permission to delete the following types of objects:"
    ),
)

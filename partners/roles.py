"""The roles that accounts get: what they are called, and who may give which."""

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils.translation import pgettext, pgettext_lazy

from twinning.publishing.models import User

# The three that migrations make. A group that a city adds is called what the city calls it.
NAMES = (
    pgettext_lazy("account role", "editor"),
    pgettext_lazy("account role", "publisher"),
    pgettext_lazy("account role", "translator"),
)


def role_name(role: Group) -> str:
    return pgettext("account role", role.name)


def grantable_roles(inviter: User) -> QuerySet[Group]:
    """Roles that give nothing that the inviter hasn't."""
    if inviter.is_superuser:
        return Group.objects.all()
    own = inviter.get_all_permissions()
    groups = Group.objects.prefetch_related("permissions__content_type")
    within = [group.pk for group in groups if _permissions(group) <= own]
    return Group.objects.filter(pk__in=within)


def _permissions(group: Group) -> set[str]:
    return {f"{each.content_type.app_label}.{each.codename}" for each in group.permissions.all()}

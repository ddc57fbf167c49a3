from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twinning.publishing.models import User


def homes_of(user: "User") -> list[int] | None:
    """The keys of the home cities that the user is limited to; None for who edits for all of them.

    Asked of the database once for a user that has been loaded.
    """
    if user.is_superuser:
        return None
    known = vars(user)
    if "_homes_given" not in known:
        rights = user.editing_rights.values_list("home", flat=True)
        known["_homes_given"] = list(rights) or None
    homes: list[int] | None = known["_homes_given"]
    return homes

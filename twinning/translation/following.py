"""What every route calls that has changed texts, once they are saved."""

from collections.abc import Collection

from django.db.models import Model

from twinning.translation.coverage import other_languages
from twinning.translation.memory import learn
from twinning.translation.outdated import Saved, keep_track


def follow_texts(whole: Model, saved: Collection[Saved], *, minor: bool = False) -> None:
    """States and memory follow the texts of `whole` and its parts. It costs nothing if none has
    changed.
    """
    keep_track(whole, saved, minor=minor)
    changed = [each.record for each in saved if each.has_new_texts]
    for code in other_languages() if changed else ():
        learn(changed, code)

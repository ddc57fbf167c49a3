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
    changed = [each for each in saved if each.has_new_texts]
    if not changed:
        return
    outdated = keep_track(whole, changed, minor=minor)
    for code in other_languages():
        learn([each.record for each in changed], code, outdated)

from collections.abc import Iterable

from django.core.exceptions import ValidationError


class ChronicleError(Exception):
    """A file of the chronicle can't be loaded. The message names the file and the record."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")


def problems(error: ValidationError) -> Iterable[str]:
    """What is wrong, each with the name of its field where it has one."""
    if not hasattr(error, "error_dict"):
        return error.messages
    return (f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())

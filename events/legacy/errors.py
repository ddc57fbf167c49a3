from django.utils.functional import Promise


class UnreadableDocumentError(Exception):
    """A document that can't be read. `message` says why and what to do, in the active language."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)

class ChronicleError(Exception):
    """A file of the chronicle can't be loaded. The message names the file and the record."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")

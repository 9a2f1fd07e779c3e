"""What can go wrong, as a small tree. `str()` of every error is one plain sentence for the person at the desk."""

from pathlib import Path


class PressDeskError(Exception):
    """The root of all errors a user may see. The command line answers it with exit code 2."""


class FactsError(PressDeskError):
    """Facts that cannot be taken. `problems` holds one sentence a fault, each with its place."""

    def __init__(self, problems: list[str] | str) -> None:
        self.problems = [problems] if isinstance(problems, str) else list(problems)
        super().__init__("\n".join(self.problems))


class DraftFileError(PressDeskError):
    """A draft file that cannot be opened or saved."""


class DraftTooNewError(DraftFileError):
    """A draft written by a newer PressDesk than this one."""


class RegisterFileError(PressDeskError):
    """A register, or a file to import into one, that cannot be read or written. What was there is left as it was."""


class RegisterTooNewError(RegisterFileError):
    """A register written by a newer PressDesk than this one."""


class WordsFileError(PressDeskError):
    """The user's own list of words that cannot be read or written. What was there is left as it was."""


class PackError(PressDeskError):
    """A template pack that is not whole, or a template outside the fence. Names file, line and what is refused."""

    def __init__(self, path: Path | str, line: int | None, sentence: str) -> None:
        self.path, self.line = path, line
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {sentence}")


class HouseError(PressDeskError):
    """A house file that cannot be taken. Names file and line."""

    def __init__(self, path: Path | str, line: int | None, sentence: str) -> None:
        self.path, self.line = path, line
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {sentence}")


class TableError(PressDeskError):
    """A row of a grammar, lexicon or style table that cannot be read. Line and column count from 1."""

    def __init__(self, path: Path | str, line: int, column: int, sentence: str) -> None:
        self.path, self.line, self.column = path, line, column
        super().__init__(f"{path}:{line}:{column}: {sentence}")


class ProoferUnavailable(PressDeskError):  # noqa: N818  (it is a state of the world rather than a mistake)
    """A checker that cannot work now. Never the same as finding nothing.

    Attributes:
        proofer: which checker.
        why: what is missing or broken, a clause.
        mend: what to do about it, a sentence.
    """

    def __init__(self, proofer: str, why: str, mend: str) -> None:
        self.proofer, self.why, self.mend = proofer, why, mend
        super().__init__(f"{proofer}: {why}. {mend}")

    def __reduce__(self) -> tuple[type["ProoferUnavailable"], tuple[str, str, str]]:
        # an exception that is pickled calls its constructor with its one sentence
        return type(self), (self.proofer, self.why, self.mend)


class ExportError(PressDeskError):
    """A document that could not be written."""


class SetupError(PressDeskError):
    """`pressdesk setup` could not fetch, verify or install something."""


class DataMissingError(PressDeskError):
    """The program's own resources or templates are not where they should lie."""

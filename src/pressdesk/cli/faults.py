"""What the checking verbs (`pack`, `style`, `language`) say of the faults they found, and the exit code."""

from collections.abc import Iterable
from typing import Protocol

DONE, FOUND = 0, 1


class Fault(Protocol):
    """One thing to mend; its text begins with file and line."""

    @property
    def hint(self) -> bool:
        """Whether it may be meant so."""
        ...


def tell(faults: Iterable[Fault]) -> int:
    """Prints a line for each; hints say so and do not count. FOUND where something is to be mended."""
    code = DONE
    for fault in faults:
        print(f"{fault} (hint)" if fault.hint else fault)
        code = code if fault.hint else FOUND
    return code

"""An inflector for a house that reads a sign otherwise than the grammar's tables: 70%-ін where they have 70%-ын."""

from collections.abc import Mapping
from dataclasses import dataclass

from pressdesk.model.forms import Form, Inflector, Traits

PERCENT = "%"


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """Another inflector's forms, with the endings of signs after the house's reading.

    Attributes:
        inner: who makes the forms.
        signs: sign to the word that it is read as.
    """

    inner: Inflector
    signs: Mapping[str, str]

    def form(self, base: str, features: str, traits: Traits | None = None) -> Form:
        """See `Inflector.form`; a reading told in the traits or in brackets behind the sign beats the house's."""
        read = self.signs.get(base.rstrip()[-1:])
        told = {"pronounced": read, **(traits or {})} if read else traits
        return self.inner.form(base, features, told)

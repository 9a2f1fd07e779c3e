"""Which editor a kind of field gets."""

from collections.abc import Callable, Mapping

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.dates import DateField
from pressdesk.gui.form.editor import Editor
from pressdesk.gui.form.entities import PartiesField, PartyField, PartyRowsField
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.lists import ListField
from pressdesk.gui.form.photo import PhotoField
from pressdesk.gui.form.phrases import PhrasesField
from pressdesk.gui.form.simple import ChoiceField, LineField, NumberField, TimeField
from pressdesk.model.fields import FieldKind, FieldSpec

_MAKERS: Mapping[FieldKind, Callable[[FormContext, FieldSpec, str], Editor]] = {
    FieldKind.LINE: LineField,
    FieldKind.DATE: DateField,
    FieldKind.TIME: TimeField,
    FieldKind.NUMBER: NumberField,
    FieldKind.CHOICE: ChoiceField,
    FieldKind.PERSON: PartyField,
    FieldKind.ORGANISATION: PartyField,
    FieldKind.COUNTRY: PartyField,
    FieldKind.PARTIES: PartiesField,
    FieldKind.PHRASES: PhrasesField,
    FieldKind.LIST: ListField,
    FieldKind.STEPS: ListField,
    FieldKind.PHOTO: PhotoField,
}


def make_editor(context: FormContext, spec: FieldSpec, base: str = "", *, in_card: bool = False) -> Editor:
    """The editor for a field."""
    if spec.kind in (FieldKind.TEXT, FieldKind.PHRASE):
        return TextGrid(context, [spec], base, look="cell" if in_card else "field")
    if spec.kind is FieldKind.LIST and len(spec.fields) == 1 and spec.fields[0].kind is FieldKind.ORGANISATION:
        return PartyRowsField(context, spec, base)
    return _MAKERS[spec.kind](context, spec, base)

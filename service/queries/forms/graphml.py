"""GraphML, piece by piece: of an answer, or of a whole graph that is never held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

BEGIN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
OPEN = '<graph edgedefault="directed">\n'
END = "</graph>\n</graphml>\n"
# XML 1.0 has no way to write these, not even as references.
UNWRITABLE = dict.fromkeys((*range(32), *range(55296, 57344), 65534, 65535), "�")
# A bare carriage return would be read as a line feed, and in an attribute every white space as a space.
TEXT = {
    **UNWRITABLE,
    **str.maketrans({"\n": "\n", "\t": "\t", "\r": "&#13;", "&": "&amp;", "<": "&lt;", ">": "&gt;"}),
}
QUOTED = {**TEXT, **str.maketrans({"\n": "&#10;", "\t": "&#9;", '"': "&quot;"})}
TYPES: dict[type, str] = {bool: "boolean", int: "long", float: "double"}


@dataclass(frozen=True)
class Attribute:
    """What nodes or edges (`of`) may have, and its GraphML type."""

    of: str
    name: str
    type: str = "string"

    @property
    def key(self) -> str:
        """What its values refer to it by."""
        return f"{self.of}-{self.name}"

    def declared(self) -> str:
        """The line before the graph that declares it."""
        return (
            f"<key id={_quoted(self.key)} for={_quoted(self.of)} "
            f"attr.name={_quoted(self.name)} attr.type={_quoted(self.type)}/>\n"
        )


def begin(attributes: Iterable[Attribute]) -> str:
    """Everything before the first node."""
    return BEGIN + "".join(attribute.declared() for attribute in attributes) + OPEN


def node(id_: str, values: Mapping[str, Any]) -> str:
    """A node and what it has; nothing is written of what is null."""
    return f"<node id={_quoted(id_)}>{_data('node', values)}</node>\n"


def edge(source: str, target: str, values: Mapping[str, Any], id_: str | None = None) -> str:
    """An edge and what it has."""
    own = "" if id_ is None else f" id={_quoted(id_)}"
    return f"<edge{own} source={_quoted(source)} target={_quoted(target)}>{_data('edge', values)}</edge>\n"


def attributes_of(of: str, rows: Iterable[Mapping[str, Any]]) -> list[Attribute]:
    """The attributes of these rows, in order; one that has values of several types is a text."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for name, value in row.items():
            types = found.setdefault(name, set())
            if value is not None:
                types.add(TYPES.get(type(value), "string"))
    return [Attribute(of, name, _common(types)) for name, types in found.items()]


def _common(types: set[str]) -> str:
    if types == {"long", "double"}:
        return "double"
    return types.pop() if len(types) == 1 else "string"


def _data(of: str, values: Mapping[str, Any]) -> str:
    return "".join(
        f"{_opened(of, name)}{value.translate(TEXT) if type(value) is str else _text(value)}</data>"
        for name, value in values.items()
        if value is not None
    )


@cache
def _opened(of: str, name: str) -> str:
    return f"<data key={_quoted(Attribute(of, name).key)}>"


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "|".join(map(str, value))
    return str(value).translate(TEXT)


def _quoted(text: str) -> str:
    return f'"{text.translate(QUOTED)}"'

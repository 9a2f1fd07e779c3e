"""The fence: the part of Jinja in which every template ends.

Text, names, attributes, constants, `if`, `for` (two deep, over a list of the draft), filters, tests, comparison,
`and`/`or`/`not`, and `include` of a shared part by a fixed name, outside loops and one deep. No calls, no `set`, no
macros, no arithmetic: work is bounded by the template's size times the square of the longest list, so a template
cannot hang the preview.
"""

from jinja2 import nodes

from pressdesk.errors import PackError

MAX_BYTES = 64 * 1024
MAX_OUTPUT = 1024 * 1024
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.If, nodes.For,
    nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Include,
    nodes.CondExpr, nodes.Tuple, nodes.List,
)  # fmt: skip
LOOP_NAMES = frozenset({"first", "last", "index", "length"})


def check(
    tree: nodes.Template, path: str, filters: frozenset[str], tests: frozenset[str], *, includes: bool = True
) -> None:
    """Refuses whatever is outside the fence. PackError names file, line and the thing refused.

    A shared part itself `includes` nothing."""
    include = next(tree.find_all(nodes.Include), None)
    if include is not None and not includes:
        raise PackError(path, include.lineno, "a shared part includes no other.")
    _walk(tree, path, 0, filters, tests)


def _walk(node: nodes.Node, path: str, loops: int, filters: frozenset[str], tests: frozenset[str]) -> None:
    if not isinstance(node, _ALLOWED):
        raise PackError(path, node.lineno, f"“{type(node).__name__}” is not part of the template language.")
    if isinstance(node, nodes.Filter) and node.name not in filters:
        raise PackError(path, node.lineno, f"there is no filter “{node.name}”; there are {', '.join(sorted(filters))}.")
    if isinstance(node, nodes.Test) and node.name not in tests:
        raise PackError(path, node.lineno, f"there is no test “{node.name}”; there are {', '.join(sorted(tests))}.")
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        raise PackError(path, node.lineno, f"“{node.attr}” is not part of the template language.")
    if isinstance(node, nodes.Include) and (
        loops or not isinstance(node.template, nodes.Const) or not isinstance(node.template.value, str)
    ):
        raise PackError(
            path, node.lineno, "an include stands outside loops and names a shared part in quotation marks."
        )
    if isinstance(node, nodes.For):
        loops += 1
        if loops > 2:
            raise PackError(path, node.lineno, "loops may stand two deep, not deeper.")
        if node.recursive or node.test is not None:
            raise PackError(path, node.lineno, "a loop is “for item in list”, nothing more.")
        source = node.iter
        while isinstance(source, nodes.Getattr):
            source = source.node
        if not isinstance(source, nodes.Name):
            raise PackError(path, node.lineno, "a loop runs over a list of the draft.")
    for child in node.iter_child_nodes():
        _walk(child, path, loops, filters, tests)

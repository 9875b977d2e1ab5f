"""The messages of all errors, as they stand in the source: values are shown as `{}`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from ontology import errors

ROOT = Path(__file__).parents[2]
ROOMS = ("ontology", "graph", "loaders", "queries", "api")
_ERRORS = {
    name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, errors.OncographError)
}
_REFUSAL = "_refused"  # the review queue's helper: the thing first, then what is wrong with it
_Scope = dict[str, ast.expr]


def templates() -> Iterator[tuple[str, str]]:
    """Each message and each remedy that the source can raise, with its file and line."""
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            constants = _assigned(tree.body)
            for scope, call in _calls(tree, constants):
                place = f"{file.relative_to(ROOT)}:{call.lineno}"
                remedies = [each.value for each in call.keywords if each.arg == "remedy"]
                for expression in [*call.args[-1 if _name(call) == _REFUSAL else 0 :][:1], *remedies]:
                    yield from ((place, text) for text in _texts(expression, scope))


def _calls(tree: ast.AST, scope: _Scope) -> Iterator[tuple[_Scope, ast.Call]]:
    for node in ast.iter_child_nodes(tree):
        inner = {**scope, **_assigned(ast.walk(node))} if isinstance(node, ast.FunctionDef) else scope
        if isinstance(node, ast.Call) and _name(node) in {*_ERRORS, _REFUSAL}:
            yield inner, node
        yield from _calls(node, inner)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _assigned(nodes: Iterable[ast.AST]) -> _Scope:
    found: _Scope = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
    return found


def _texts(node: ast.expr, scope: _Scope) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Constant(value=None):
            return []
        case ast.JoinedStr():
            return ["".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)]
        case ast.IfExp():
            return _texts(node.body, scope) + _texts(node.orelse, scope)
        case ast.BinOp(op=ast.Add()):
            return [left + right for left in _texts(node.left, scope) for right in _texts(node.right, scope)]
        case ast.Name(id=name) if name in scope:
            return _texts(scope[name], {key: value for key, value in scope.items() if key != name})
        case ast.Call(func=ast.Name(id="t")):  # of the catalogue of api/texts.yaml: in both languages already
            return []
    return ["{}"]

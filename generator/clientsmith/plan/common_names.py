"""Which words mean one thing throughout a document: `pagination`, always the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from clientsmith.ir import Api, Declaration, EnumSchema, Name
from clientsmith.pointer import Pointer

from .casing import class_name
from .twins import Twins, enclosing, has_own_name, outline

_VAGUE = frozenset(
    {
        "access",
        "action",
        "body",
        "class",
        "client",
        "code",
        "compare",
        "config",
        "content",
        "context",
        "create",
        "data",
        "day",
        "delete",
        "detail",
        "details",
        "effect",
        "entry",
        "event",
        "expand",
        "explain",
        "filter",
        "format",
        "handle",
        "has",
        "id",
        "include",
        "info",
        "input",
        "item",
        "key",
        "kind",
        "level",
        "method",
        "missing",
        "mode",
        "model",
        "name",
        "object",
        "op",
        "operation",
        "operator",
        "option",
        "options",
        "output",
        "params",
        "part",
        "path",
        "phase",
        "policy",
        "purpose",
        "quality",
        "quantity",
        "read",
        "reason",
        "requested",
        "require",
        "result",
        "round",
        "rule",
        "scope",
        "segment",
        "self",
        "service",
        "settings",
        "size",
        "sort",
        "source",
        "state",
        "status",
        "step",
        "strategy",
        "structure",
        "summary",
        "target",
        "trigger",
        "type",
        "unit",
        "update",
        "validity",
        "value",
        "version",
        "width",
        "window",
    },
)
"""Words that say nothing without saying of what."""


def common_names(
    api: Api,
    pointers: Collection[Pointer],
    twins: Twins,
) -> dict[Pointer, str]:
    """Name what most of those say that are called so, whosever part they are."""
    by_own: defaultdict[str, list[Pointer]] = defaultdict(list)
    for at in pointers:
        if _says_enough(api.declarations[at]):
            by_own[api.declarations[at].ladder.own.snake].append(at)
    common = {
        at: api.declarations[at].ladder.own
        for group in by_own.values()
        for at in _most(api, group, twins)
    }
    _name_parts(api, pointers, common)
    return {at: class_name(name) for at, name in common.items()}


def _says_enough(declaration: Declaration) -> bool:
    """Tell whether what a part is called could be a name anywhere.

    A plural is none for a value: `issues: read` is about issues and not one.
    """
    own = declaration.ladder.own
    things = isinstance(declaration, EnumSchema) and own.singular != own
    vague = own.snake in _VAGUE or (things and not own.words[1:])
    return bool(own) and not vague and not has_own_name(declaration)


def _name_parts(
    api: Api, pointers: Iterable[Pointer], common: dict[Pointer, Name]
) -> None:
    """Call the parts of what has a common name after it, and not after an owner."""
    known = {*pointers} if common else set[Pointer]()
    for at in sorted(known, key=lambda one: len(one.steps)):
        around = enclosing(at, known)
        if at not in common and around is not None and around in common:
            common[at] = common[around] + api.declarations[at].ladder.own


def _most(api: Api, group: list[Pointer], twins: Twins) -> list[Pointer]:
    """List those of a group that say the same, if that is what most of them say."""
    if len(group) == 1:
        return []
    outlines = {at: outline(api.declarations[at]) for at in group}
    ((outlined, count),) = Counter(outlines.values()).most_common(1)
    if count * 2 <= len(group) or count == 1:
        return []
    alike = [at for at in group if outlines[at] == outlined]
    numbers = Counter(twins.number(at) for at in alike)
    ((number, count),) = numbers.most_common(1)
    same = [at for at in alike if twins.number(at) == number]
    names = {next(api.declarations[at].ladder.rungs) for at in same}
    homes = {api.declarations[at].home for at in same}
    several = len(homes) > 1 and len(names) > 1
    return same if several and count * 2 > len(group) else []

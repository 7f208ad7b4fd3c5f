"""Classes of headers: one for each set of headers that operations document.

A set is called after what is in it, so that its name depends on nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import takewhile

from msgspec import Struct

from clientsmith.ir import (
    Api,
    Header,
    Map,
    Name,
    Operation,
    Reference,
    bare,
    name_of,
)

from .annotations import Annotation, optional, received
from .answers import is_success
from .casing import argument_name, class_name, named
from .code import Code, code, docstring, join, literal
from .imports import Import, render_imports
from .keys import key_of_operation
from .layout import Layout
from .module import Names, with_docs
from .operations import Planned
from .package import ClassDefinition, DefinitionsModule, Page

MODULE = ".headers"
_OF_MAPPINGS = frozenset({"get", "items", "keys", "read", "values"})
"""What every class of headers has itself."""
_HEADERS = Name(("headers",))
_MORE = Name(("and", "more"))
_MOST_GROUPS = 3
_SPELLED = {"etag": "Etag"}
"""Names of headers that are one word, whatever their letters."""


class HeaderClasses(Struct, frozen=True):
    """The classes of headers, and which operation is answered with which."""

    pages: tuple[Page, ...]
    names: Mapping[str, str]
    """By the key of the operation."""

    def of(self, operation: Operation) -> Import | None:
        """Return the class of an operation's headers, if it documents any."""
        name = self.names.get(key_of_operation(operation))
        return Import(MODULE, name) if name else None


class _Field(Struct, frozen=True):
    """A header as an attribute."""

    header: Header
    kind: Code

    @property
    def key(self) -> tuple[str, str, bool, bool]:
        """What makes it another one."""
        one = self.header
        return one.name, str(self.kind), one.as_json, one.explode


_Set = tuple[tuple[str, str, bool, bool], ...]


def plan_headers(api: Api, layout: Layout, planned: Iterable[Planned]) -> HeaderClasses:
    """Plan the module of headers, where there are any."""
    names = Names(api, layout.models, MODULE, reserved=frozenset({"Headers", "header"}))
    documented = {
        key_of_operation(one.operation): found
        for one in planned
        if (found := _fields(one.operation, names))
    }
    sets = {_key(fields): fields for fields in reversed([*documented.values()])}
    called = _called(sets)
    if not sets:
        return HeaderClasses((), {})
    classes = sorted((called[key], sets[key]) for key in sets)
    page = _page([_class(name, fields) for name, fields in classes], names)
    return HeaderClasses(
        (page,), {key: called[_key(fields)] for key, fields in documented.items()}
    )


def with_headers(answer: Annotation, headers: Import | None) -> Annotation:
    """Say beside what a request is answered by which headers come with it."""
    if headers is None:
        return answer
    text = code("{}, {}", answer.text, named(headers.name))
    return Annotation(text, answer.imports | {headers})


def _key(fields: Iterable[_Field]) -> _Set:
    return tuple(one.key for one in fields)


def _fields(operation: Operation, names: Names) -> tuple[_Field, ...]:
    """List the headers of success; one of several types is text."""
    found: dict[str, _Field] = {}
    for response in operation.responses:
        if is_success(response, operation):
            for header in response.headers:
                field = _Field(header, names.take(_kind(header, names)))
                known = found.setdefault(header.name.lower(), field)
                if known.key != field.key:
                    found[header.name.lower()] = _Field(header, Code("str"))
    return tuple(found[name] for name in sorted(found))


def _kind(header: Header, names: Names) -> Annotation:
    """Return the type of a header at run time."""
    return received(bare(header.type), names.refer)


def _page(classes: list[ClassDefinition], names: Names) -> Page:
    runtime = {Import("._runtime.headers", name) for name in ("Headers", "header")}
    imports = names.imports | runtime | {Import("__future__", "annotations")}
    content = DefinitionsModule(
        docstring=docstring("The headers of responses that have a type."),
        imports=render_imports(imports, "headers"),
        definitions=tuple(classes),
    )
    return Page("headers.py", content)


def _class(name: str, fields: tuple[_Field, ...]) -> ClassDefinition:
    listed = ", ".join(f"`{field.header.name}`" for field in fields)
    taken: set[str] = {*_OF_MAPPINGS}
    return ClassDefinition(
        name=named(name),
        base=Code("Headers"),
        docstring=docstring(f"{listed}.", indent=4),
        fields=tuple(_field(field, taken) for field in fields),
    )


def _field(field: _Field, taken: set[str]) -> Code:
    one = field.header
    attribute = argument_name(Name(_spelled(one.name)))
    while attribute in taken:
        attribute += "_"
    taken.add(attribute)
    parts = [literal(one.name.lower()), field.kind]
    parts += [Code("explode=True")] if one.explode and _is_pairs(one) else []
    parts += [Code("json=True")] if one.as_json else []
    line = code(
        "{}: {} = header({})", named(attribute), optional(field.kind), join(", ", parts)
    )
    docs = f"Deprecated. {one.docs}" if one.deprecated else one.docs
    return with_docs(line, docs, 4)


def _is_pairs(header: Header) -> bool:
    return isinstance(bare(header.type), Map | Reference)


def _called(sets: Iterable[_Set]) -> dict[_Set, str]:
    """Name sets; those that would share a name say all of what is in them."""
    listed = list(sets)
    called: dict[_Set, str] = {}
    for name_it in (_by_groups, _by_all, _by_digest):
        left = [one for one in listed if one not in called]
        wanted = {one: name_it(one) for one in left}
        counts = Counter(wanted.values())
        called |= {one: name for one, name in wanted.items() if counts[name] == 1}
    return called


def _by_groups(fields: _Set) -> str:
    """Join what headers have in common that begin alike: `LinkRateLimitHeaders`."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(_words(name) for name, *_ in fields):
        groups.setdefault(words[0], []).append(words)
    if len(groups) > _MOST_GROUPS:
        largest = max(groups.values(), key=len)
        return _class_name(Name(_start(largest)) + _MORE)
    shared = [word for group in groups.values() for word in _start(group)]
    return _class_name(Name(tuple(shared)))


def _by_all(fields: _Set) -> str:
    listed = [word for name, *_ in fields for word in _words(name)]
    return _class_name(Name(tuple(listed)))


def _by_digest(fields: _Set) -> str:
    digest = sha256(repr(fields).encode()).hexdigest()[:6].upper()
    return _by_groups(fields).removesuffix("Headers") + f"{digest}Headers"


def _words(name: str) -> tuple[str, ...]:
    """Split the name of a header, without the mark of one that is not standard."""
    words = _spelled(name)
    return words[1:] if words[0].lower() == "x" and words[1:] else words


def _spelled(name: str) -> tuple[str, ...]:
    one = _SPELLED.get(name.lower())
    return (one,) if one else name_of(name).words


def _start(group: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words that several names begin with."""
    first, last = group[0], group[-1]
    pairs = zip(first, last, strict=False)
    return tuple(one for one, _ in takewhile(lambda pair: len({*pair}) == 1, pairs))


def _class_name(words: Name) -> str:
    return class_name(words + _HEADERS)

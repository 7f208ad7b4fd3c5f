"""The reference beside a package: every method, how it is called, what comes back.

A small API has one page. A large one has contents and a page for each resource at
the top: forges do not show files beyond half a megabyte, and nobody scrolls through
a thousand methods.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from clientsmith.ir import Api, Name

from .answers import Answer, answer, events
from .arguments import stream_of
from .attributes import Attributes
from .beside import (
    Reference,
    ReferenceArgument,
    ReferenceContents,
    ReferenceEntry,
    ReferenceMethod,
    ReferencePage,
    ReferenceResource,
)
from .callbacks import PlannedCallback
from .calls import write_long_call, write_stream
from .casing import named
from .code import Code, cell, code, join, literal, prose
from .examples import Examples
from .headings import without_headings
from .inputs import Inputs
from .layout import Layout
from .model_reference import plan_model_reference
from .module import Names
from .operations import Planned
from .package import Page
from .pages import listed
from .resource_names import resource_attributes, resource_module
from .samples import Sampler
from .sentences import first_paragraph, first_sentence
from .statuses import error_rows
from .taken import Taken
from .webhook_docs import plan_table

_ON_ONE_PAGE = 100
"""How many methods one page holds."""


class _Group(Struct, frozen=True):
    """A resource that has methods, and where it is described."""

    path: tuple[Name, ...]
    about: str
    methods: tuple[Planned, ...]
    page: Code
    """The file, as a link from the contents has it; none for the same page."""

    @property
    def call(self) -> Code:
        """How it is reached."""
        return _dotted(["client", *resource_attributes(self.path)])


def plan_reference(
    api: Api,
    package: str,
    layout: Layout,
    planned: list[Planned],
    callbacks: list[PlannedCallback],
    base_error: str,
    attributes: Attributes,
) -> list[Page]:
    """Plan the list of every method, its arguments, answers and errors, and models."""
    models = plan_model_reference(api, layout, attributes, _title(api))
    split = len(planned) > _ON_ONE_PAGE
    groups = _groups(api, planned, split=split)
    described = _Described(api, layout)
    pages: defaultdict[Code, list[_Group]] = defaultdict(list)
    for group in groups:
        pages[group.page].append(group)
    content = Reference(
        title=_title(api),
        package=named(package),
        base_error=named(base_error),
        contents=_contents(pages),
        resources=() if split else tuple(map(described.resource, groups)),
        webhooks=plan_table(api, layout, callbacks),
        models=(models.models,) if models.models else (),
        links=(models.links,) if models.pages else (),
    )
    return [
        Page("REFERENCE.md", content),
        *(
            Page(page, _page(api, those, described))
            for page, those in pages.items()
            if page
        ),
        *models.pages,
    ]


def _groups(api: Api, planned: list[Planned], *, split: bool) -> list[_Group]:
    """List the resources that have methods, those inside of one after it."""
    methods: defaultdict[tuple[Name, ...], list[Planned]] = defaultdict(list)
    for one in planned:
        methods[one.resource].append(one)
    about = {one.path: first_paragraph(one.docs) for one in api.resources}
    groups = [
        _Group(path, about[path], tuple(those), _page_of(path) if split else Code(""))
        for path, those in methods.items()
    ]
    return sorted(groups, key=lambda group: resource_attributes(group.path))


def _page_of(path: tuple[Name, ...]) -> Code:
    """Return the page of a resource: that of the one at the top that holds it."""
    module = resource_module(path[:1]).rpartition(".")[2]
    return code("reference/{}.md", named(module))


def _page(api: Api, groups: Sequence[_Group], described: _Described) -> ReferencePage:
    first = resource_attributes(groups[0].path)[0]
    return ReferencePage(
        title=code("{}: `{}`", _title(api), _dotted(["client", first])),
        resources=tuple(map(described.resource, groups)),
    )


def _contents(
    pages: defaultdict[Code, list[_Group]],
) -> tuple[ReferenceContents, ...]:
    """Link every resource and method to its heading."""
    found: list[ReferenceContents] = []
    for page, groups in pages.items():
        anchors = _Anchors(page)
        for group in groups:
            link = anchors.link(group.call, group.call)
            entries = [_entry(one, anchors) for one in group.methods]
            found.append(ReferenceContents(link, tuple(entries)))
    return tuple(found)


def _entry(one: Planned, anchors: _Anchors) -> ReferenceEntry:
    call = _dotted(["client", *one.dotted.split(".")])
    about = first_sentence(one.operation.docs) if one.operation.docs.strip() else ""
    return ReferenceEntry(
        link=anchors.link(named(one.method), call),
        about=cell(about or f"{one.operation.method} {one.operation.path}"),
    )


class _Anchors:
    """Makes links to headings, as forges name them: letters, digits, `_` and `-`."""

    def __init__(self, page: Code) -> None:
        self._page = page
        self._taken: Counter[str] = Counter()

    def link(self, text: Code, heading: Code) -> Code:
        """Link to the next heading of this text."""
        slug = heading.replace(".", "").lower()
        count = self._taken[slug]
        self._taken[slug] += 1
        anchor = code("{}-{}", named(slug), literal(count)) if count else named(slug)
        return code("[`{}`]({}#{})", text, self._page, anchor)


class _Described:
    """Says what there is to say of resources and methods."""

    def __init__(self, api: Api, layout: Layout) -> None:
        self._sampler = Sampler(Examples(api.declarations), sending=True)
        self._names = Names(api, layout.models, "")
        self._inputs = Inputs(api, layout, "")

    def resource(self, group: _Group) -> ReferenceResource:
        """Describe a resource with all of its methods."""
        return ReferenceResource(
            name=group.call,
            about=(prose(without_headings(group.about)),) if group.about else (),
            methods=tuple(map(self._method, group.methods)),
        )

    def _method(self, planned: Planned) -> ReferenceMethod:
        operation = planned.operation
        arguments = tuple(map(self._argument, planned.arguments.any))
        failed = tuple(
            code("`{}`: {}", named(name), cell(about))
            for name, about in error_rows(operation).items()
        )
        return ReferenceMethod(
            call=_dotted(["client", *planned.dotted.split(".")]),
            endpoint=code("{} {}", cell(operation.method), cell(operation.path)),
            about=prose(without_headings(_said(planned))),
            example=join("\n\n", self._examples(planned)),
            tables=(arguments,) if arguments else (),
            returns=self._returns(planned),
            notes=_needs(planned),
            raises=(failed,) if failed else (),
        )

    def _examples(self, planned: Planned) -> Iterable[Code]:
        stream = stream_of(planned.operation)
        if not stream or planned.method != planned.stream_method:
            yield write_long_call(planned, self._sampler)
        if stream:
            yield write_stream(planned, self._sampler)

    def _returns(self, planned: Planned) -> Code:
        plain = answer(planned.operation, self._names.refer)
        stream = stream_of(planned.operation)
        returns = [self._plain(planned, plain)] if plain else []
        if stream:
            yields = events(stream, self._names.refer).annotation.text
            method = named(planned.stream_method)
            returns.append(code("`Stream[{}]` from `{}()`", yields, method))
        if planned.download_method:
            method = named(planned.download_method)
            returns.append(code("`Download` from `{}()`", method))
        return join(", or ", returns)

    def _plain(self, planned: Planned, plain: Answer) -> Code:
        if planned.pages is None:
            return code("`{}`", plain.annotation.text)
        both = listed(planned.pages, plain, self._names.refer)
        return code("`Pages[{}]`", both.text)

    def _argument(self, one: Taken) -> ReferenceArgument:
        required = Code(" (required)") if one.required else Code("")
        return ReferenceArgument(
            name=code("`{}`{}", named(one.name), required),
            type=cell(self._inputs.argument(one)),
            about=cell(without_headings(first_paragraph(one.docs))),
        )


def _said(planned: Planned) -> str:
    """Return what the document says of an operation, and whether it still does."""
    operation = planned.operation
    old = ["**Deprecated**: the API no longer recommends this."]
    return "\n\n".join([*(old if operation.deprecated else []), operation.docs])


def _needs(planned: Planned) -> tuple[Code, ...]:
    """Say which credentials a method needs, where these are unusual."""
    if not planned.credentials:
        return ()
    return (prose(f"Needs {planned.credentials} of the client."),)


def _title(api: Api) -> Code:
    return prose(" ".join(api.title.split()))


def _dotted(parts: Iterable[str]) -> Code:
    return join(".", [named(part) for part in parts])

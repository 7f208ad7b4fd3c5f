"""How resources are called, and how they are reached."""

from __future__ import annotations

from collections.abc import Sequence

from clientsmith.ir import Name, Resource, name_of

from .casing import argument_name, class_name, module_name, named
from .code import Code, docstring
from .imports import Import, render_imports
from .package import Child
from .sentences import first_paragraph, first_sentence

_OF_CLIENTS = frozenset({"aclose", "close", "open", "send", "stream"})
"""What a client has itself."""
_OF_RESOURCES = frozenset({"requests"})
"""What a resource has itself."""


_OF_MODULES = frozenset(
    {
        "AddressedOptions",
        "Any",
        "Api",
        "ApiKey",
        "BaseClient",
        "BasicAuth",
        "BearerToken",
        "ByMediaType",
        "Client",
        "ClientCertificate",
        "ClientOptions",
        "Content",
        "Cursor",
        "DigestAuth",
        "Download",
        "FileInput",
        "NextUrl",
        "OAuth2",
        "Offset",
        "PageNumber",
        "PagedRequest",
        "Pages",
        "Request",
        "RequestOptions",
        "Requests",
        "Resource",
        "Response",
        "Secret",
        "ServerChoice",
        "ServerSentEvent",
        "Stream",
        "StreamRequest",
        "StreamingClient",
        "StreamingResource",
        "TokenSource",
        "UnknownEvent",
        "Unpack",
        "Variable",
    },
)
"""What modules of resources and of the client import, or define themselves."""


def resource_attributes(path: tuple[Name, ...]) -> list[str]:
    """Return the attributes that lead to a resource: `chat`, `completions`."""
    return [attribute_at(name, depth) for depth, name in enumerate(path)]


def attribute_at(name: Name, depth: int) -> str:
    """Return the attribute of a resource that is so many resources deep."""
    text = argument_name(name)
    return f"{text}_" if text in (_OF_RESOURCES if depth else _OF_CLIENTS) else text


def resource_class(path: tuple[Name, ...]) -> str:
    """Return the class of a resource: `ChatCompletions`."""
    name = class_name(Name(tuple(word for name in path for word in name.words)))
    if name.startswith("Async"):
        # `AsyncClientResource` is the async class of `client`.
        return f"{name}Operations"
    # The requests of `guilds` are `GuildsRequests`, and so would `guilds.requests` be.
    taken = name in _OF_MODULES or (path[1:] and path[-1].snake == "requests")
    return f"{name}Resource" if taken else name


def implied_class(attributes: Sequence[str]) -> str:
    """Return the class that goes without saying for what is found somewhere."""
    return resource_class(tuple(map(name_of, attributes)))


def resource_module(path: tuple[Name, ...]) -> str:
    """Return the module of a resource: `.resources.chat_completions`."""
    words = Name(tuple(word for name in path for word in name.words))
    return f".resources.{module_name(words)}"


def about_resource(resource: Resource) -> str:
    """Say what a resource is for."""
    if resource.docs.strip():
        return first_paragraph(resource.docs)
    return f"Operations under `{resource_attributes(resource.path)[-1]}`."


def child_of(
    resource: Resource,
    here: str,
    checked: set[Import],
    owner: str,
    *,
    sync: bool,
) -> Child:
    """Plan the attribute by which a resource is reached."""
    name = resource_attributes(resource.path)[-1]
    type_ = ("" if sync else "Async") + resource_class(resource.path)
    wanted = Import(resource_module(resource.path), type_)
    checked.add(wanted)
    about = first_sentence(about_resource(resource))
    if not sync:
        about = f"See `{owner}.{name}`."
    return Child(
        name=named(name),
        type=named(type_),
        docstring=docstring(about, indent=8),
        statement=render_imports({wanted}, here.lstrip(".")),
        argument=Code("self" if here == ".client" else "self._client"),
    )

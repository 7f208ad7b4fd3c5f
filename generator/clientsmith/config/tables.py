"""The tables of a configuration as they are written: every key, once.

What is checked, what editors complete and what `clientsmith config` prints follow
from these structs.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, TypeAlias, TypeVar

from msgspec import UNSET, Meta, Struct, UnsetType, defstruct
from msgspec.structs import fields

from clientsmith.features import ALL, FEATURES, Action
from clientsmith.ir import Signing
from clientsmith.ir.page_schemes import Kind, Location
from clientsmith.policy import FailOn
from clientsmith.styles import EnumStyle, Extra, Formatter, ModelStyle, Writing

T = TypeVar("T")
Maybe: TypeAlias = T | UnsetType
Address: TypeAlias = Annotated[str, Meta(pattern="^[Hh][Tt][Tt][Pp][Ss]?://")]
File: TypeAlias = Annotated[str, Meta(min_length=1)]
Listed: TypeAlias = Annotated[tuple[str, ...], Meta(min_length=1)]
Policies: TypeAlias = Annotated[
    dict[str, Action],
    Meta(extra_json_schema={"propertyNames": {"enum": [ALL, *FEATURES]}}),
]


class Pages(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"location": "in"},
):
    """How the pages of a list follow each other."""

    kind: Annotated[Kind, Meta(description="What leads to the next page.")]
    parameter: Annotated[
        Maybe[str],
        Meta(description="What the token, the page or the offset is sent as."),
    ] = UNSET
    location: Annotated[
        Maybe[Location],
        Meta(description="Where it is sent, if the description does not have it."),
    ] = UNSET
    next: Annotated[
        Maybe[str], Meta(description="Where the token or the address is.")
    ] = UNSET
    items: Annotated[Maybe[str], Meta(description="Where the list is.")] = UNSET
    more: Annotated[Maybe[str], Meta(description="What says that there is more.")] = (
        UNSET
    )
    done: Annotated[
        Maybe[str], Meta(description="What says that there is nothing more.")
    ] = UNSET
    total: Annotated[Maybe[str], Meta(description="How many items there are.")] = UNSET
    pages: Annotated[Maybe[str], Meta(description="How many pages there are.")] = UNSET
    first: Annotated[
        Maybe[int], Meta(description="The number of the first page, if not 1.")
    ] = UNSET
    operations: Annotated[
        Maybe[tuple[str, ...]],
        Meta(description="The operations it is for; all that it fits unless said."),
    ] = UNSET


Pagination: TypeAlias = Annotated[
    dict[str, Pages],
    Meta(description="How the pages of lists follow each other, each under a name."),
]


class PatchTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value of a description that is wrong, and what it should be."""

    at: Annotated[
        str,
        Meta(
            description="Where it is: `#/components/schemas/Pet/type`.", pattern="^#/"
        ),
    ]
    set: Annotated[Any, Meta(description="What it should be.")] = UNSET
    remove: Annotated[Maybe[bool], Meta(description="That it should not be there.")] = (
        UNSET
    )
    expect: Annotated[
        Any, Meta(description="What it is now; else the patch no longer applies.")
    ] = UNSET
    reason: Annotated[str, Meta(description="Why, for whoever reads it in a year.")]


class ChoiceTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What operations may have to be chosen."""

    tags: Annotated[Maybe[Listed], Meta(description="Tags; `*` is any characters.")] = (
        UNSET
    )
    paths: Annotated[
        Maybe[Listed],
        Meta(description="Paths; `*` is any segment, `**` any number of them."),
    ] = UNSET
    methods: Annotated[Maybe[Listed], Meta(description="HTTP methods.")] = UNSET
    operations: Annotated[
        Maybe[Listed],
        Meta(description="`operationId`s, with `*`, or `GET /pets`."),
    ] = UNSET
    extensions: Annotated[
        Maybe[Listed],
        Meta(description="Extensions that are there: `x-internal`, `x-audience=a`."),
    ] = UNSET
    deprecated: Annotated[
        Maybe[bool], Meta(description="Whether they are deprecated.")
    ] = UNSET


class RepositoryTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another repository that a target is kept in; `clientsmith emit` writes it."""

    url: Annotated[
        str,
        Meta(
            description="A path from this folder, or an address that git clones from.",
            min_length=1,
        ),
    ]
    branch: Annotated[
        Maybe[str],
        Meta(description='Where changes are proposed; "clientsmith/NAME" unless said.'),
    ] = UNSET
    base: Annotated[
        Maybe[str],
        Meta(description="Where they are to go; else the default branch."),
    ] = UNSET
    pull_request: Annotated[
        Maybe[tuple[str, ...]],
        Meta(
            description='What opens or updates a pull request: ["gh"], ["glab"], or '
            "a command with {title}, {body}, {branch}, {base} in it, which runs in "
            "this folder."
        ),
    ] = UNSET
    push: Annotated[
        Maybe[bool], Meta(description="Whether to push without being told.")
    ] = UNSET
    token: Annotated[
        Maybe[str],
        Meta(description="The variable of the environment that has a token."),
    ] = UNSET


class TargetTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One package to generate."""

    input: Annotated[
        str | Annotated[tuple[str, ...], Meta(min_length=1)],
        Meta(
            description="The description: a file in JSON, YAML or Markdown, a folder "
            "of such, or several files that are merged."
        ),
    ]
    out: Annotated[str, Meta(description="The folder to write into.", min_length=1)]
    package: Annotated[
        str, Meta(description="The name to import.", pattern="^[A-Za-z_][A-Za-z0-9_]*$")
    ]
    overlays: Annotated[
        Maybe[tuple[str, ...]],
        Meta(description="Overlays 1.0 and 1.1, applied in order."),
    ] = UNSET
    patches: Annotated[
        Maybe[tuple[PatchTable, ...]],
        Meta(description="Single values to set or remove, after the overlays."),
    ] = UNSET
    include: Annotated[
        Maybe[ChoiceTable],
        Meta(description="The operations to take: those that fit every key."),
    ] = UNSET
    exclude: Annotated[
        Maybe[ChoiceTable],
        Meta(description="The operations to leave out: those that fit any key."),
    ] = UNSET
    prune: Annotated[
        Maybe[bool],
        Meta(
            description="Whether to leave out components that nothing leads to; "
            "if operations were chosen, unless said otherwise."
        ),
    ] = UNSET
    formatter: Annotated[
        Maybe[Formatter], Meta(description="What formats the output.")
    ] = UNSET
    mode: Annotated[
        Maybe[Writing],
        Meta(description="Whether edits of generated files stop a run or are merged."),
    ] = UNSET
    post: Annotated[
        Maybe[tuple[tuple[str, ...], ...]],
        Meta(description="Commands to run when something was written, as lists."),
    ] = UNSET
    version: Annotated[
        Maybe[str],
        Meta(description="The version of the package; `semver` follows its changes."),
    ] = UNSET
    repository: Annotated[
        Maybe[RepositoryTable],
        Meta(description="The other repository that it is kept in, if it is in one."),
    ] = UNSET
    models: Annotated[
        Maybe[ModelStyle],
        Meta(description="Write models of this kind, and no client."),
    ] = UNSET
    enums: Annotated[
        Maybe[EnumStyle], Meta(description="What enumerations become.")
    ] = UNSET
    testing: Annotated[
        Maybe[bool],
        Meta(description="Whether there is a fake of the API, and tests of calls."),
    ] = UNSET
    extras: Annotated[
        Maybe[tuple[Extra, ...]],
        Meta(description="What is there for those who install more beside it."),
    ] = UNSET
    address: Annotated[
        Maybe[Address],
        Meta(description="Where it is published, for servers that are relative."),
    ] = UNSET
    webhooks: Annotated[
        Maybe[Signing],
        Meta(description="How webhooks are signed, where the description is silent."),
    ] = UNSET
    names: Annotated[
        Maybe[dict[str, str]],
        Meta(description="What is to be called otherwise, by its reference."),
    ] = UNSET
    policy: Annotated[
        Maybe[Policies], Meta(description="What becomes of problems, by their codes.")
    ] = UNSET
    baseline: Annotated[
        Maybe[File],
        Meta(description="The file that has the problems that are known already."),
    ] = UNSET
    fail_on: Annotated[
        Maybe[FailOn],
        Meta(description="From which severity on a problem makes a run fail."),
    ] = UNSET
    pagination: Maybe[Pagination] = UNSET


OWN: Final = frozenset({"input", "out", "package", "names", "patches", "repository"})
"""What each target says for itself."""

_SHARED: list[tuple[str, Any, Any]] = [
    (each.name, each.type, UNSET)
    for each in fields(TargetTable)
    if each.name not in OWN
]
Defaults = defstruct(
    "Defaults",
    _SHARED,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    namespace={"__doc__": "What holds for each target that does not say it itself."},
)


class References(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where references may lead."""

    allow: Annotated[
        Maybe[tuple[str, ...]],
        Meta(description='Origins other than files, as "https://example.com".'),
    ] = UNSET


class SourceTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a file comes from that `clientsmith pull` writes."""

    url: Annotated[
        Maybe[Address | tuple[Address, ...]],
        Meta(description="Where it is published; of several pages, one is made."),
    ] = UNSET
    headers: Annotated[
        Maybe[dict[str, str]],
        Meta(description="Headers; `${NAME}` is a variable of the environment."),
    ] = UNSET
    command: Annotated[
        Maybe[tuple[str, ...]],
        Meta(description="A program and its arguments, which writes it to its output."),
    ] = UNSET
    python: Annotated[
        Maybe[str],
        Meta(description="An object that is or makes it, as `module:attribute`."),
    ] = UNSET


class Tables(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The configuration of clientsmith."""

    targets: Annotated[
        dict[str, TargetTable],
        Meta(description="The packages to generate, each under a name."),
    ]
    defaults: Maybe[Defaults] = UNSET  # type: ignore[valid-type]
    references: Maybe[References] = UNSET
    sources: Annotated[
        Maybe[dict[str, SourceTable]],
        Meta(description="What files come from that are pulled, each by its path."),
    ] = UNSET
    policy: Annotated[
        Maybe[Policies],
        Meta(description="What becomes of problems, for all targets."),
    ] = UNSET
    pagination: Maybe[Pagination] = UNSET

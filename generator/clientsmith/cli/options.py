"""The options that commands share, and what they say of themselves."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from clientsmith.diagnostics import Severity
from clientsmith.features import ALL, FEATURES
from clientsmith.policy import ACTIONS
from clientsmith.tasks import Format


class FormatterName(StrEnum):
    """What formats the output."""

    ruff = "ruff"
    black = "black"
    none = "none"


class ModelsStyle(StrEnum):
    """A kind of models."""

    dataclass = "dataclass"
    msgspec = "msgspec"
    pydantic = "pydantic"
    pydantic_dataclass = "pydantic-dataclass"
    typeddict = "typeddict"


class EnumsStyle(StrEnum):
    """What enumerations become."""

    literal = "literal"
    as_class = "class"


class StageName(StrEnum):
    """A stage of the pipeline whose value can be printed."""

    document = "document"
    description = "description"
    api = "api"
    package = "package"


Spec = Annotated[
    str | None,
    typer.Argument(
        metavar="SPEC",
        help="The description: a file (JSON, YAML or Markdown), an address, "
        "`module:attribute` or `-`.",
        show_default=False,
    ),
]
Out = Annotated[Path | None, typer.Option(help="The folder to write into.")]
PackageName = Annotated[
    str | None,
    typer.Option("--package", metavar="NAME", help="The name of the package."),
]
Overlays = Annotated[
    list[str] | None,
    typer.Option("--overlay", metavar="FILE", help="An Overlay to apply; repeatable."),
]
Formatting = Annotated[
    FormatterName | None, typer.Option(help="What formats the output.")
]
Models = Annotated[
    ModelsStyle | None,
    typer.Option("--models", help="Write models of this kind, and no client."),
]
Enums = Annotated[
    EnumsStyle | None,
    typer.Option("--enums", help="What enumerations become."),
]
ReportFile = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="Write what became of everything."),
]
Policies = Annotated[
    list[str] | None,
    typer.Option(
        "--policy",
        metavar="NAME=ACTION",
        help=f"What becomes of a problem: ACTION is {', '.join(ACTIONS)}; NAME is "
        f"{ALL}, {', '.join(FEATURES)}. Repeatable; the later counts.",
    ),
]
FailsOn = Annotated[
    Severity | None,
    typer.Option(
        "--fail-on",
        help="From which severity on a problem makes the run fail.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only say what is wrong.")]
Frozen = Annotated[
    bool, typer.Option("--frozen", help="Refuse to ask the network for anything.")
]
Formats = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="What problems are written as; `text` unless said otherwise.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Renames = Annotated[
    list[str] | None,
    typer.Option(
        "--rename",
        metavar="OLD=NEW",
        help="Publish a class or a method under another name, or `all` of them "
        "under those that would be chosen today; repeatable.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="How many targets are run at once; as many as there are cores unless said "
        "otherwise.",
        show_default=False,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        envvar="CLIENTSMITH_NO_CACHE",
        help="Do the work also where nothing has changed since it was done.",
    ),
]
TargetNames = Annotated[
    list[str] | None,
    typer.Option("--target", metavar="NAME", help="A target of the configuration."),
]
Shard = Annotated[
    str | None,
    typer.Option(
        "--shard",
        metavar="I/N",
        help="The I-th of N slices of the targets, for as many machines.",
        show_default=False,
    ),
]

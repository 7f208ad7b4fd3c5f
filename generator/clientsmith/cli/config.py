"""`clientsmith config`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

import typer

from clientsmith.config import Target
from clientsmith.config.effective import Setting, settings_of
from clientsmith.config.written import read_written

from .options import AsJson, TargetNames
from .selecting import configured, console_for, stop_at


def config(
    *,
    target: TargetNames = None,
    origin: Annotated[
        bool,
        typer.Option("--origin", help="Say where each value comes from."),
    ] = False,
    schema: Annotated[
        bool,
        typer.Option("--schema", help="Print the JSON Schema of clientsmith.toml."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print every value that holds for the targets of the configuration."""
    if schema:
        from clientsmith.config.schema import schema_text

        sys.stdout.write(schema_text())
        return
    outcome = configured(target)
    stop_at(console_for(None, quiet=True, as_json=as_json), outcome.diagnostics)
    settings = {one.name: list(_settings(one)) for one in outcome.value or ()}
    if as_json:
        sys.stdout.write(json.dumps(_as_json(settings), indent=2) + "\n")
    else:
        sys.stdout.write(_as_toml(settings, origin=origin))


def _settings(target: Target) -> Iterator[Setting]:
    written = read_written(target.configuration).value if target.configuration else None
    if written:
        yield from settings_of(written, target.name)


def _as_json(settings: Mapping[str, Iterable[Setting]]) -> dict[str, Any]:
    return {
        "targets": {
            name: [
                {
                    "key": list(one.keys),
                    "value": one.value,
                    "file": one.at.file if one.at else None,
                    "line": one.at.line if one.at else None,
                }
                for one in each
            ]
            for name, each in settings.items()
        }
    }


def _as_toml(settings: Mapping[str, Iterable[Setting]], *, origin: bool) -> str:
    """Write settings as the configuration that says all of it."""
    import tomlkit

    targets = tomlkit.table(is_super_table=True)
    for name, each in settings.items():
        table = targets.setdefault(name, tomlkit.table())
        for one in each:
            holder = table
            for key in one.keys[:-1]:
                holder = holder.setdefault(key, tomlkit.table())
            last = one.keys[-1]
            holder.add(last, one.value)
            if origin:
                holder.item(last).comment(str(one.at or "default"))
    document = tomlkit.document()
    document.add("targets", targets)
    return tomlkit.dumps(document)

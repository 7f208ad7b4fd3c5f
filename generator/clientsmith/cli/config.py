"""`clientsmith config`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import typer

from clientsmith.config import Target
from clientsmith.config.effective import Setting, common_settings, settings_of
from clientsmith.config.written import Written, read_written

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
    targets = outcome.value or []
    settings = {one.name: list(_settings(one)) for one in targets}
    common = _common(targets)
    if as_json:
        sys.stdout.write(json.dumps(_as_json(settings, common), indent=2) + "\n")
    else:
        sys.stdout.write(_as_toml(settings, common, origin=origin))


def _settings(target: Target) -> list[Setting]:
    written = _written(target)
    return settings_of(written, target.name) if written else []


def _common(targets: Sequence[Target]) -> list[Setting]:
    """List what one configuration says for all of its targets."""
    written = _written(targets[0]) if targets else None
    return common_settings(written) if written else []


def _written(target: Target) -> Written | None:
    return read_written(target.configuration).value if target.configuration else None


def _as_json(
    settings: Mapping[str, Iterable[Setting]], common: Iterable[Setting]
) -> dict[str, Any]:
    return {
        "targets": {
            name: [_setting(one) for one in each] for name, each in settings.items()
        },
        "common": [_setting(one) for one in common],
    }


def _setting(one: Setting) -> dict[str, Any]:
    return {
        "key": list(one.keys),
        "value": one.value,
        "file": one.at.file if one.at else None,
        "line": one.at.line if one.at else None,
    }


def _as_toml(
    settings: Mapping[str, Iterable[Setting]],
    common: Iterable[Setting],
    *,
    origin: bool,
) -> str:
    """Write settings as the configuration that says all of it."""
    import tomlkit

    document = tomlkit.document()
    document.add("targets", targets := tomlkit.table(is_super_table=True))
    for name, each in settings.items():
        table = targets.setdefault(name, tomlkit.table())
        for one in each:
            _add(table, one, origin=origin)
    for one in common:
        _add(document, one, origin=origin)
    return tomlkit.dumps(document)


def _add(table: Any, one: Setting, *, origin: bool) -> None:
    """Put a value where its keys lead; the types of the library do not say which."""
    import tomlkit

    for key in one.keys[:-1]:
        table = table.setdefault(key, tomlkit.table())
    last = one.keys[-1]
    table.add(last, one.value)
    if origin:
        table.item(last).comment(str(one.at or "default"))

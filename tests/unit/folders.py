"""Shorthands of tests with descriptions of several files."""

from __future__ import annotations

from pathlib import Path

from clientsmith.config import Target
from clientsmith.diagnostics import Outcome
from clientsmith.ir import Api, ObjectSchema, Type
from clientsmith.load import Source
from clientsmith.policy import Policy
from clientsmith.targets import Run, prepare
from unit.compiling import START, UNSET, without_addresses


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Write files by their path; one that is a path of a file makes its folders."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def run(
    folder: Path,
    files: dict[str, str],
    root: str = "api.yaml",
    policy: Policy = UNSET,
) -> Run:
    """Run the stages on the files of a folder, without writing anything."""
    write_files(folder, files)
    target = Target(
        name="pets",
        input=root,
        out=folder / "out",
        package="pets",
        folder=folder,
        formatter="none",
        policy=policy,
    )
    source = Source(root, (folder / root).read_bytes())
    made = prepare(target, Outcome((source,)))
    without_addresses(made.compiled)
    return made


def api(folder: Path, files: dict[str, str], root: str = "api.yaml") -> Api:
    """Lower files that are expected to be sound."""
    done = run(folder, files, root)

    assert done.compiled.lowered is not None, done.diagnostics
    return done.compiled.lowered.api


def codes(folder: Path, files: dict[str, str]) -> list[str]:
    """List the codes of what the stages have to say."""
    return [each.code for each in run(folder, files).diagnostics]


def schemas(text: str, start: str = START) -> str:
    """Write a description of component schemas, each a line of flow YAML."""
    lines = "".join(f"    {line}\n" for line in text.strip().splitlines())
    return f"{start}paths: {{}}\ncomponents:\n  schemas:\n{lines}"


def type_of(found: Api, name: str, key: str) -> Type:
    """Return the type of a property of the schema with a name."""
    declarations = found.declarations.values()
    [declaration] = [one for one in declarations if " ".join(one.name.words) == name]

    assert isinstance(declaration, ObjectSchema)
    [property_] = [each for each in declaration.properties if each.key == key]
    return property_.type

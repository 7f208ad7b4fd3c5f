"""From a document to the package that it becomes, read back from its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from clientsmith.load import JSON, Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options
from clientsmith.readback import PackageFiles, ReadBack, read_back, texts_of
from clientsmith.surface import Surface
from diff.editing import shop
from diff.edits import EDITS, edited


def files_of(
    document: JSON, package: str = "shop", enums: str = "literal"
) -> PackageFiles:
    """Generate a package in memory."""
    source = Source("api.json", json.dumps(document).encode())
    options = Options(package, enums="class" if enums == "class" else "literal")
    compiled = compile_description(source, (), options)

    assert compiled.package is not None, compiled.diagnostics
    files = produce(compiled.package, "none").value or []
    return PackageFiles(
        package, texts_of([(file.path, file.text) for file in files], package)
    )


def read(document: JSON, package: str = "shop", enums: str = "literal") -> ReadBack:
    """Generate a package, and read it back."""
    return understood(files_of(document, package, enums))


def understood(package: PackageFiles) -> ReadBack:
    """Read a package that has to be understood."""
    outcome = read_back(package)

    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def changed(package: PackageFiles, path: str, before: str, after: str) -> PackageFiles:
    """Edit a file of a package by hand."""
    assert before in package.texts[path]
    texts: Mapping[str, str] = {
        **package.texts,
        path: package.texts[path].replace(before, after),
    }
    return PackageFiles(package.name, texts)


@cache
def package_of_edit(index: int) -> Surface:
    """Say what callers see of the package after an edit; of -1, before all of them."""
    return read(edited(shop(), EDITS[index]) if index >= 0 else shop()).surface

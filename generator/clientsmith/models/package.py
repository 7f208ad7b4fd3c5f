"""A package of models: one module that another program writes, and ours to check."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, Severity, error, warning
from clientsmith.ir import Api
from clientsmith.plan import Package, name_declarations
from clientsmith.plan.code import Code, docstring
from clientsmith.styles import ModelStyle
from clientsmith.write import File

from .datamodel import call_generator, generator_version
from .guard import defined, foreign
from .limits import limits
from .naming import class_names, renamed
from .normalise import normalise
from .own import own_models
from .styles import ABILITIES

__all__ = ["generator_version", "make_models"]


def make_models(api: Api, package: Package, style: ModelStyle) -> Outcome[list[File]]:
    """Make the files of a package that has models and nothing else."""
    about = docstring(f"Models of the {' '.join(api.title.split())}.")
    if style == "pydantic":
        return Outcome(own_models(package, about))
    layout = name_declarations(api, package.names)
    names = class_names(layout)
    if not names:
        return Outcome(_files(package.name, about, f"{about}\n", ()))
    abilities = ABILITIES[style]
    aliases = renamed(api, names) if abilities.renames else {}
    schemas = normalise(api, layout, names, abilities)
    outcome = call_generator(schemas, abilities, aliases, about)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    made = _problems(outcome.value, names.values())
    problems = (*outcome.diagnostics, *made, *limits(api, names, abilities))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Outcome(None, problems)
    sources = sorted(map(str, names))
    return Outcome(_files(package.name, about, outcome.value, sources), problems)


def _files(package: str, about: Code, text: str, sources: Iterable[str]) -> list[File]:
    return [
        File(f"{package}/__init__.py", f"{about}\n"),
        File(f"{package}/models.py", text, sources=tuple(sources)),
        File(f"{package}/py.typed", ""),
    ]


def _problems(text: str, wanted: Iterable[str]) -> list[Diagnostic]:
    """Say what the other program did that it was not asked for."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return [_unsafe("it is not Python")]
    strange = next(foreign(tree), None)
    if strange is not None:
        return [_unsafe(f"line {strange} of it does not define a model")]
    lost = sorted(set(wanted) - defined(tree))
    return [
        warning(
            "models-renamed",
            f"{generator_version()} calls `{name}` otherwise",
            hint="rename the schema with an overlay, if its name matters",
        )
        for name in lost
    ]


def _unsafe(what: str) -> Diagnostic:
    return error(
        "models-unsafe",
        f"what {generator_version()} makes of this is not used: {what}",
        hint="please report it, and the description",
        exit=Exit.UNSUPPORTED,
    )

"""The runtime is read by everyone who debugs a client, and stays small for that.

What a package carries is what its description needs (docs/decisions/0038).
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from architecture.sources import REPOSITORY, modules
from cases import packages as cases
from clientsmith.carried import carried
from clientsmith.targets import Run
from golden import packages as golden

FASTROUTER = REPOSITORY / "generated" / "fastrouter" / "fastrouter"
FASTROUTER_CODE, FASTROUTER_LINES = 5_482, 8_740
"""Streams and a token: what those of its promises take, and little more."""
PLAIN = "deprecated"
"""A case with neither: three classes, and one operation that sends and reads JSON."""
PLAIN_CODE, PLAIN_LINES = 4_309, 6_990
_NO_CODE = frozenset(
    {
        tokenize.COMMENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
        tokenize.INDENT,
        tokenize.NEWLINE,
        tokenize.NL,
    }
)

EVERYWHERE = frozenset(
    {
        "__init__",
        "addresses",
        "any_json",
        "api",
        "around",
        "async_exchange",
        "big_numbers",
        "body",
        "call",
        "client",
        "codings",
        "connection",
        "content",
        "core_schemas",
        "curl",
        "deadline",
        "decode",
        "drift",
        "error_body",
        "errors",
        "escaping",
        "exchange",
        "failures",
        "forks",
        "frames",
        "hooks",
        "keywords",
        "kinds",
        "lazy",
        "leaves",
        "lenient",
        "loggers",
        "logs",
        "media_types",
        "members",
        "message",
        "middleware",
        "models",
        "openings",
        "options",
        "origins",
        "package",
        "parameters",
        "payload",
        "plain",
        "pool",
        "problem",
        "redirects",
        "request",
        "requirements",
        "response",
        "retry",
        "secrecy",
        "schema_parts",
        "security",
        "servers",
        "suggestions",
        "surrogates",
        "tls_sockets",
        "to_json",
        "transport",
        "undeclared",
        "unwritable",
        "waiting",
        "whole_floats",
    }
)
"""What no package does without."""
SELDOM = frozenset(
    {
        "arriving",
        "async_pages",
        "fakes",
        "links",
        "making",
        "page_addresses",
        "page_steps",
        "page_values",
        "pages",
        "paging",
        "plausible",
        "query",
        "recorded",
        "replies",
        "scripts",
        "stream_scripts",
        "tracing",
        "written_events",
    }
)
"""What documents need that neither a case nor a golden package is made from, or
what a target has to ask for."""


@cache
def runs() -> dict[str, Run]:
    """Generate every package that is made from a document of the tests."""
    found = {name: cases.generate(name) for name in cases.MADE}
    return found | {name: golden.generate(name) for name in golden.NAMES}


@cache
def packages() -> dict[str, dict[str, str]]:
    """List the runtime files that each client leads to."""
    return {
        name: led_to(file.text for file in run.files if is_of_client(file.path))
        for name, run in runs().items()
    }


def all_of_them() -> set[str]:
    """List the files of the runtime, but those that help tests alone."""
    helpers = [
        file.text
        for run in runs().values()
        for file in run.files
        if "testing" in PurePosixPath(file.path).parts
    ]
    of_clients = set[str]().union(*packages().values())
    files = Path(REPOSITORY, "templates", "runtime").glob("*.py")
    return {path.stem for path in files} - (led_to(helpers).keys() - of_clients)


def is_of_client(path: str) -> bool:
    """Tell a module of a client from its runtime, and from what tests are helped by."""
    return path.endswith(".py") and not {"_runtime", "testing", "tests"} & {
        *PurePosixPath(path).parts
    }


def led_to(texts: Iterable[str]) -> dict[str, str]:
    """Return the runtime files that modules lead to."""
    return {path.stem: path.read_text("utf-8") for path in carried(texts)}


def lines_of_code(text: str) -> int:
    """Count lines without comments, docstrings and blanks."""
    prose = {
        line
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }
    return len(set(_lines(text)) - prose)


def _lines(text: str) -> Iterator[int]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NO_CODE:
            yield from range(token.start[0], token.end[0] + 1)


def sums(texts: Collection[str]) -> tuple[int, int]:
    """Return the lines of code of texts, and all of their lines."""
    return sum(map(lines_of_code, texts)), sum(text.count("\n") for text in texts)


def test_lines_of_code_are_counted() -> None:
    """Statements are, over several lines too; prose is not."""
    text = '"""Why."""\n\n# How\nx = (\n    1\n)  # what\n\ndef f():\n    """Do."""\n'

    assert 4 == lines_of_code(text)


def test_a_package_that_streams_stays_small() -> None:
    """It is the one that is committed."""
    found = [
        path.read_text("utf-8")
        for path in modules(FASTROUTER)
        if is_of_client(path.relative_to(FASTROUTER).as_posix())
    ]
    code, lines = sums(led_to(found).values())

    assert code <= FASTROUTER_CODE
    assert lines <= FASTROUTER_LINES


def test_a_plain_package_stays_smaller() -> None:
    """It has no streams, no credentials, no dates and no assertions."""
    code, lines = sums(packages()[PLAIN].values())

    assert code <= PLAIN_CODE
    assert lines <= PLAIN_LINES


def test_what_every_package_has_is_listed() -> None:
    """Nothing more goes everywhere without somebody seeing it."""
    shared = frozenset[str].intersection(*map(frozenset, packages().values()))

    assert EVERYWHERE == shared


def test_rare_parts_are_rare() -> None:
    """If a case needs one by now, it is not rare any more."""
    assert not SELDOM & set[str]().union(*packages().values())


def test_a_part_comes_with_some_packages() -> None:
    """One carries it because it needs it, and another one does not."""
    parts = all_of_them() - EVERYWHERE - SELDOM
    having = {
        part: {name for name, files in packages().items() if part in files}
        for part in parts
    }

    assert not [part for part, names in having.items() if not names]
    assert not [part for part, names in having.items() if names == packages().keys()]

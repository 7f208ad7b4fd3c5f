"""A class for each status that an API may refuse with.

https://www.rfc-editor.org/rfc/rfc9110#name-status-codes
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from http import HTTPStatus

from clientsmith.ir import Api, Name, Operation, Response, Type, name_of

from .annotations import Annotation, received, union
from .answers import error_types, raised
from .casing import class_name, named
from .code import Code, code, docstring, literal
from .credentials import asks_for_tokens
from .imports import Import, isorted, render_imports
from .layout import Layout
from .module import Names
from .package import ErrorsModule, Page, StatusErrorClass
from .sentences import first_paragraph

_NAMES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "InternalServerError",
}
_MEANINGS = {
    400: "The request is malformed.",
    401: "The credentials are missing or wrong.",
    403: "The credentials do not allow this.",
    404: "There is nothing here.",
    409: "The request conflicts with the state of what it is about.",
    422: "The request is well formed and still cannot be processed.",
    429: "Too many requests were sent; try again later.",
    500: "The server failed.",
}
_SERVER_ERROR = 500


@cache
def error_class(status: str) -> str:
    """Return the name of the class that a status raises."""
    if not status.isdecimal():
        return "ServerError" if status == "5XX" else "StatusError"
    code_ = int(status)
    if code_ in _NAMES:
        return _NAMES[code_]
    phrase = HTTPStatus(code_).phrase if code_ in set(HTTPStatus) else f"Status {code_}"
    name = class_name(name_of(re.sub(r"['’]", "", phrase)))
    return name if name.endswith("Error") else f"{name}Error"


def error_rows(operation: Operation) -> dict[str, str]:
    """Say of each class of errors that an operation raises what it means.

    Statuses of one class say it once: `4XX` and `default` often mean the same.
    """
    said: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for response in raised(operation):
        said[error_class(response.status)][first_paragraph(response.docs)] = None
    return {name: "; ".join(filter(None, each)) for name, each in said.items()}


def base_error(title: str, package: str) -> str:
    """Return the name of the package's base error, spelled as the title spells it."""
    words = name_of(title).words
    spelled = name_of(package)
    for length in range(len(words), 0, -1):
        if "".join(words[:length]).lower() == package.replace("_", "").lower():
            spelled = Name(words[:length])
            break
    name = class_name(spelled, "Error")
    known = {error_class(str(int(status))) for status in HTTPStatus}
    taken = {*known, *_RUNTIME, "TokenError"}
    return class_name(spelled, "ApiError") if name in taken else name


def _runtime_errors(api: Api) -> dict[str, str]:
    """List the errors of the runtime that can occur, and where they are."""
    found = dict.fromkeys(_RUNTIME, "._runtime.errors")
    if asks_for_tokens(api):
        found["TokenError"] = "._runtime.errors"
    if api.incoming:
        found |= dict.fromkeys(_RECEIVING, "._runtime.webhook_errors")
    return found


def plan_errors(api: Api, layout: Layout, base: str) -> Page:
    """Plan the module of errors, its tree drawn in its docstring."""
    documented = _documented(api)
    ranges = _ranges(api)
    statuses = sorted(set(_NAMES) | set(documented))
    runtime = _runtime_errors(api)
    own = frozenset({*runtime, base, *(error_class(str(one)) for one in statuses)})
    names = Names(api, layout.models, "errors", reserved=own)
    classes = [
        _class(status, documented.get(status, []), ranges, names)
        for status in sorted(
            statuses, key=lambda status: (status >= _SERVER_ERROR, status)
        )
    ]
    content = ErrorsModule(
        docstring=docstring(
            _tree(base, runtime, [(str(one.name), one) for one in classes])
        ),
        imports=_runtime_imports(base, runtime, typed=bool(names.imports)),
        type_checking=_type_checking(names),
        exports=_exports(base, runtime, classes),
        classes=tuple(classes),
        statuses=tuple(
            code("{}: {},", literal(status), named(error_class(str(status))))
            for status in statuses
        ),
    )
    return Page("errors.py", content)


_RUNTIME: tuple[str, ...] = (
    "ConnectionFailed",
    "DeadlineExceeded",
    "MissingCredentials",
    "PaginationError",
    "RedirectError",
    "ResponseValidationError",
    "ServerError",
    "StatusError",
    "StreamError",
    "StreamInterrupted",
    "TimedOut",
)


_RECEIVING: tuple[str, ...] = ("WebhookPayloadError", "WebhookVerificationError")


def _runtime_imports(base: str, runtime: Mapping[str, str], *, typed: bool) -> Code:
    imports = {Import(module, name) for name, module in runtime.items()}
    imports |= {
        Import("._runtime.errors", "Error", base),
        Import("__future__", "annotations"),
    }
    if typed:
        imports.add(Import("typing", "TYPE_CHECKING"))
    return render_imports(imports, "errors")


def _type_checking(names: Names) -> tuple[Code, ...]:
    return (render_imports(names.imports, "errors"),) if names.imports else ()


def _exports(
    base: str, runtime: Iterable[str], classes: list[StatusErrorClass]
) -> tuple[Code, ...]:
    exported = [base, "STATUS_ERRORS", *runtime, *(str(one.name) for one in classes)]
    return tuple(literal(name) for name in sorted(exported, key=isorted))


def _documented(api: Api) -> dict[int, list[Response]]:
    found: defaultdict[int, list[Response]] = defaultdict(list)
    for operation in api.operations:
        for response in raised(operation):
            if response.status.isdecimal():
                found[int(response.status)].append(response)
    return found


def _ranges(api: Api) -> dict[int, list[Response]]:
    """Group the responses that stand for many statuses: 4 is 4XX, 0 the default."""
    found: defaultdict[int, list[Response]] = defaultdict(list)
    for operation in api.operations:
        for response in raised(operation):
            if not response.status.isdecimal():
                first = response.status[:1]
                found[int(first) if first.isdecimal() else 0].append(response)
    return found


def error_bodies(api: Api) -> dict[str, list[Type]]:
    """List the types of the bodies of each class of errors; some have none."""
    documented, ranges = _documented(api), _ranges(api)
    return {
        error_class(str(status)): _types(status, documented.get(status, []), ranges)
        for status in sorted({*_NAMES, *documented})
    }


def _types(
    status: int, responses: list[Response], ranges: Mapping[int, list[Response]]
) -> list[Type]:
    """List what the bodies of a status may be, those of its range included."""
    described = [*responses, *ranges.get(status // 100, ()), *ranges.get(0, ())]
    types = [type_ for one in described for type_ in error_types(one)]
    return list(dict.fromkeys(types))


def _class(
    status: int,
    responses: list[Response],
    ranges: Mapping[int, list[Response]],
    names: Names,
) -> StatusErrorClass:
    bodies = [received(one, names.refer) for one in _types(status, responses, ranges)]
    texts = list(
        dict.fromkeys(first_paragraph(one.docs) for one in responses if one.docs)
    )
    about = texts[0] if len(texts) == 1 else _MEANINGS.get(status, _phrase(status))
    own = status >= _SERVER_ERROR
    return StatusErrorClass(
        name=named(error_class(str(status))),
        base=Code("ServerError" if own else "StatusError"),
        docstring=docstring(f"{status}: {about}", indent=4),
        fields=tuple(_body(bodies, names)),
    )


def _phrase(status: int) -> str:
    return f"{HTTPStatus(status).phrase}." if status in set(HTTPStatus) else "Refused."


def _body(bodies: list[Annotation], names: Names) -> list[Code]:
    if not bodies:
        return []
    return [code("body: {}", names.take(union(bodies).optional))]


_RECEIVED = (
    ("├── WebhookVerificationError", "nobody knows who sent a webhook"),
    ("├── WebhookPayloadError", "a webhook is not what is described"),
)


def _tree(
    base: str,
    runtime: Iterable[str],
    classes: list[tuple[str, StatusErrorClass]],
) -> str:
    """Draw which error is a kind of which."""
    direct = [name for name, one in classes if one.base == "StatusError"]
    rows = [
        (f"{base}", ""),
        ("├── MissingCredentials", "nothing proves who is asking"),
        *_token_row(runtime),
        ("├── ConnectionFailed", "no usable response arrived"),
        ("│   ├── TimedOut", "the server was silent for too long"),
        ("│   ├── DeadlineExceeded", "the call took longer than it may"),
        ("│   └── StreamInterrupted", "a stream ended before its end"),
        ("├── ResponseValidationError", "the response is not what is described"),
        ("├── PaginationError", "the next page leads elsewhere, or in a circle"),
        *(_RECEIVED if _RECEIVING[0] in runtime else ()),
        ("└── StatusError", "the server answered 4xx or 5xx"),
        ("    ├── RedirectError", "a redirect that is not followed"),
        ("    ├── StreamError", "the server reported an error inside a stream"),
    ]
    rows += [(f"    ├── {name}", _status_of(classes, name)) for name in direct]
    rows.append(("    └── ServerError", "any 5xx"))
    below = [name for name, one in classes if one.base == "ServerError"]
    rows += [
        (
            f"        {'└' if name == below[-1] else '├'}── {name}",
            _status_of(classes, name),
        )
        for name in below
    ]
    width = max(len(left) for left, _ in rows) + 2
    drawn = "\n".join(f"{left:<{width}}{right}".rstrip() for left, right in rows)
    return f"Everything this package raises on purpose.\n\n{drawn}"


def _token_row(runtime: Iterable[str]) -> list[tuple[str, str]]:
    if "TokenError" not in runtime:
        return []
    return [("├── TokenError", "no token was given for the credentials")]


def _status_of(classes: list[tuple[str, StatusErrorClass]], name: str) -> str:
    text = next(str(one.docstring) for other, one in classes if other == name)
    return text.strip('"').partition(":")[0]

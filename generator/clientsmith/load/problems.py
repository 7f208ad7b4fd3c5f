"""Every message of this stage, in one table, so that they are read together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clientsmith.diagnostics import Diagnostic, Exit, Note, error, warning

if TYPE_CHECKING:
    from clientsmith.diagnostics import Position

_LONGEST_WORD: Final = 200

MESSAGES: Final = {
    "document-empty": (
        "the document is empty",
        "check that the download or the command that writes it succeeded",
    ),
    "document-binary": (
        "this is {kind}, not UTF-8 text",
        "give the OpenAPI description itself, as JSON or YAML",
    ),
    "document-encoding": (
        "the text is not UTF-8: {reason}",
        "save the document as UTF-8",
    ),
    "document-html": (
        "this is {page}, not an OpenAPI description",
        "the address may need a login, or be that of the documentation page",
    ),
    "document-xml": (
        "this is XML, not an OpenAPI description",
        "give the OpenAPI description, as JSON or YAML",
    ),
    "document-not-object": (
        "the document is {kind}, not an object",
        "an OpenAPI description begins with `openapi: 3.1.0`",
    ),
    "document-too-deep": (
        "values are nested more than {limit} levels deep",
        "move inner schemas to components and refer to them",
    ),
    "number-not-finite": (
        "the number {number} is infinite or not a number, which JSON cannot hold",
        "leave the value out, or write a finite number",
    ),
    "number-too-long": (
        "the number has {digits} digits",
        "write it as a string",
    ),
    "json-syntax": (
        "this is not JSON: {reason}",
        "check this line and the one before it",
    ),
    "json-truncated": (
        "the JSON ends before it is complete",
        "check the last line, and that what wrote the document succeeded",
    ),
    "json-duplicate-key": (
        'the key "{key}" occurs twice in one object; the last one counts',
        "remove or rename one of them",
    ),
    "json-surrogate": (
        "the escape {escape} is half of a surrogate pair and no character",
        "write the whole pair, or the character itself",
    ),
    "yaml-syntax": (
        "this is not YAML: {reason}",
        "check the indentation of this line and the one before it",
    ),
    "yaml-tab": (
        "a tab cannot indent YAML",
        "indent with spaces",
    ),
    "yaml-duplicate-key": (
        'the key "{key}" occurs twice in one mapping',
        "remove or rename one of them",
    ),
    "yaml-key": (
        "a mapping or sequence cannot be the key of a property",
        "write the key as a plain or quoted string",
    ),
    "yaml-tag": (
        "the tag {tag} has no meaning in an OpenAPI description",
        "write the value it stands for",
    ),
    "yaml-merge": (
        "`<<` can only merge mappings",
        "merge an alias of a mapping, or a list of them",
    ),
    "yaml-alias-undefined": (
        "no anchor named {anchor} comes before this alias",
        "define it with &{anchor}",
    ),
    "yaml-alias-recursive": (
        "the anchor {anchor} contains itself",
        "remove the alias on this line; a recursive schema refers with `$ref`",
    ),
    "yaml-alias-expansion": (
        "aliases expand this to more than {limit} values",
        "refer with `$ref` instead of aliases of aliases",
    ),
    "yaml-several-documents": (
        "a second YAML document begins here",
        "keep one document in a file",
    ),
    "markdown-without-document": (
        "no fenced block of this page holds an OpenAPI description",
        "a ```json or ```yaml block with `openapi` in it is expected",
    ),
    "markdown-parts-disagree": (
        "two blocks of this page disagree about {pointer}",
        "keep one of them, or generate from separate files",
    ),
    "overlay-key-missing": (
        'the {owner} has no "{key}"',
        "see https://spec.openapis.org/overlay/v1.1.0.html#schema",
    ),
    "overlay-key-unknown": (
        'an overlay has no "{key}" in its {owner}',
        "correct the spelling, or begin an extension with `x-`",
    ),
    "overlay-key-type": (
        '"{key}" is {actual}, not {expected}',
        "see https://spec.openapis.org/overlay/v1.1.0.html#schema",
    ),
    "overlay-version": (
        'the overlay version "{version}" is not known',
        "write `overlay: 1.0.0` or `overlay: 1.1.0`",
    ),
    "overlay-actions-empty": (
        "the overlay has no actions",
        "add one, or leave the overlay out",
    ),
    "overlay-action-repeated": (
        "this action is the same as an earlier one",
        "remove one of them",
    ),
    "overlay-target-invalid": (
        "{expression} is not a JSONPath: {reason}",
        "see https://www.rfc-editor.org/rfc/rfc9535; it begins with `$`",
    ),
    "overlay-target-missing": (
        "{expression} matches nothing in the document",
        "the document may have changed: correct or remove the action",
    ),
    "overlay-unnecessary": (
        "{expression} has all of this update already, which changes nothing",
        "the description says so itself now: remove the action",
    ),
    "overlay-update-mismatch": (
        "{expression} selects {actual}, which cannot be updated with {update}",
        "update objects with an object, arrays with items, values with a value",
    ),
    "overlay-update-value": (
        "{expression} selects {actual}; overlay 1.0 updates objects and arrays only",
        "write `overlay: 1.1.0`, or target the object that holds the value",
    ),
    "overlay-targets-mixed": (
        "{expression} selects different kinds at once: {actual}",
        "write one action for each",
    ),
    "overlay-remove-root": (
        "the whole document cannot be removed",
        "target what is to go",
    ),
    "overlay-copy-source": (
        "{expression} selects {count} values; a copy has exactly one source",
        "select one value",
    ),
}
"""What is wrong and what to do about it, by code."""


def problem(
    code: str,
    at: Position | None,
    notes: tuple[Note, ...] = (),
    /,
    **words: object,
) -> Diagnostic:
    """Make the error of that code."""
    message, remedy = _fill(code, words)
    return error(code, message, at, hint=remedy, notes=notes)


def caution(
    code: str,
    at: Position | None,
    notes: tuple[Note, ...] = (),
    /,
    **words: object,
) -> Diagnostic:
    """Make the warning of that code."""
    message, remedy = _fill(code, words)
    return warning(code, message, at, hint=remedy, notes=notes, exit=Exit.DOCUMENT)


def _fill(code: str, words: dict[str, object]) -> tuple[str, str]:
    short = {name: _shorten(str(word)) for name, word in words.items()}
    message, remedy = MESSAGES[code]
    return message.format_map(short), remedy.format_map(short)


def _shorten(word: str) -> str:
    """Keep what a document says on one line."""
    line = " ".join(word.split())
    return line if len(line) <= _LONGEST_WORD else line[:_LONGEST_WORD] + "…"

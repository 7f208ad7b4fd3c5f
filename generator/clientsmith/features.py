"""What a policy can be set for: one table, by the code of its diagnostics.

The command line, the configuration and docs/policies.md take their names from it.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Action: TypeAlias = Literal["fail", "warn", "opaque"]

ALL: Final = "all"
"""The name that stands for every feature."""

FEATURES: Final[dict[str, tuple[Action, str]]] = {
    "body-ambiguous": ("warn", "a second body, or a form beside one"),
    "collection-format": ("warn", "an array that is joined in a way of its own"),
    "cookie-exploded": ("opaque", "cookies in a style that nobody has defined"),
    "default-mistyped": ("opaque", "a default that its own schema does not accept"),
    "dialect-unread": ("opaque", "a dialect of schemas that is not read"),
    "discriminator-undeclared": (
        "opaque",
        "a discriminator by a property that a variant does not declare",
    ),
    "document-invalid": ("fail", "a value that the specification does not allow"),
    "enum-mistyped": ("opaque", "a value of an enumeration that is not of its type"),
    "field-missing": ("fail", "a field that the specification requires"),
    "field-misspelt": ("opaque", "a field that is almost one of the specification"),
    "items-unsupported": ("warn", "items of a body that are not read one by one"),
    "json-duplicate-key": ("warn", "a key that occurs twice in one JSON object"),
    "key-misspelt": ("warn", "a key that an edit adds beside one it resembles"),
    "keyword-mistyped": ("opaque", "a limit that is no number"),
    "keyword-unread": ("opaque", "a keyword that no type expresses"),
    "mapping-missing": ("opaque", "a mapping of a discriminator that names nothing"),
    "media-type-unused": ("opaque", "a media type that is not the one that is used"),
    "models-limited": ("warn", "what models of another kind cannot express"),
    "models-renamed": ("warn", "a class that models of another kind name otherwise"),
    "multipart-unsupported": ("warn", "a multipart body whose parts have no names"),
    "name-collision": ("opaque", "schemas that would have the same class name"),
    "name-unused": ("opaque", "a name that is given to what has none"),
    "operation-id-repeated": ("opaque", "an `operationId` of several operations"),
    "overlay-unnecessary": ("warn", "an overlay that changes nothing any more"),
    "pagination-lost": ("warn", "a published list whose pages nothing explains now"),
    "pagination-uncertain": ("opaque", "a list whose pages may follow in several ways"),
    "pagination-unfit": ("warn", "what is said of pages and does not fit"),
    "pagination-unpublished": ("opaque", "a list that was published without pages"),
    "pagination-unused": ("warn", "a way of paging that no operation is read by"),
    "pair-apart": ("opaque", "an `X-Input` and an `X-Output` that are no pair"),
    "parameter-content": ("warn", "a parameter in a media type that is not written"),
    "parameter-ignored": ("opaque", "a parameter that is never sent"),
    "parameter-style": ("warn", "a style that belongs to another place"),
    "patch-unnecessary": ("warn", "a patch that changes nothing any more"),
    "path-invalid": ("fail", "a path that does not start with `/`"),
    "path-parameter-undeclared": ("warn", "a path with a parameter nobody describes"),
    "pattern-invalid": ("opaque", "a `pattern` that Python cannot read"),
    "querystring-invalid": ("fail", "a parameter that cannot be the whole query"),
    "reference-base": ("opaque", "a reference that an `$id` leads elsewhere"),
    "reference-circle": ("fail", "a reference that leads back to itself"),
    "reference-deep": ("fail", "a chain of references that is too long"),
    "reference-external": ("fail", "a reference to a file from a text without a place"),
    "reference-invalid": ("fail", "a reference that is no URI"),
    "reference-kind": ("fail", "a reference to another kind of object"),
    "reference-left-out": ("warn", "a reference into what was left out"),
    "reference-missing": ("fail", "a reference that points at nothing"),
    "reference-outside": ("fail", "a reference out of the folder of the project"),
    "reference-remote": ("fail", "a reference to an origin that is not allowed"),
    "required-undeclared": ("opaque", "a required property that is not declared"),
    "schema-contradictory": ("opaque", "assertions that no value fits together"),
    "schema-deep": ("warn", "a schema inside of too many others without a name"),
    "security-missing": ("opaque", "a header for credentials, and no scheme for it"),
    "security-scheme": ("warn", "a security scheme that no client can speak"),
    "selection-shared": ("warn", "an operation that two paths share, one left out"),
    "selection-unused": ("warn", "a choice of operations that fits none"),
    "server-variable-undeclared": (
        "opaque",
        "a variable of a server's address that nobody declares",
    ),
    "servers-missing": ("opaque", "a description that does not say where its API is"),
    "status-unknown": ("warn", "a response under a key that is no status"),
    "stream-untyped": ("opaque", "a stream that only prose or a parameter mentions"),
    "tag-parent": ("warn", "a tag below one that cannot hold it"),
    "text-expected": ("opaque", "a number where a text is meant"),
    "union-order": ("opaque", "variants of a union that nothing tells apart"),
    "webhook-content": ("warn", "a webhook in a media type that is not read"),
    "webhook-invalid": ("warn", "an entry of `x-webhooks` that is no Path Item"),
    "webhook-order": ("opaque", "webhooks that nothing tells apart"),
    "webhook-signature": ("opaque", "webhooks that nothing says how to verify"),
    "webhook-signing": ("warn", "an `x-clientsmith-webhooks` that makes no sense"),
}
"""By name: what becomes of it where nothing is set, and what it is about."""

"""Operations of real descriptions whose calls are not judged valid yet, and why."""

from __future__ import annotations

# What the judge gets wrong.
_CONTENT_TYPE = (
    "the specification says that a parameter `Content-Type` is ignored, and the judge "
    "holds the media type of the body against it"
)
_FRAGMENT = (
    "three operations differ in the fragment of their path, which is never sent: the "
    "judge compares the body with that of another one"
)
_OBJECTS = (
    "the specification leaves open how an array of objects is written in a query, and "
    "the judge wants what no text can be"
)
_SEGMENT = (
    "two templates share a segment of the path, and the judge takes all of it for the "
    "first"
)
_UPGRADE = (
    "the connection is upgraded (101), and what follows is no answer of HTTP: neither "
    "the judge nor a client of requests and answers speaks it"
)
# What the description gets wrong.
_CLOSED = (
    "each part of an `allOf` forbids the properties of the others: no value is valid"
)
_UNDECLARED = "a form requires a property that is not declared, so nothing can be given"

FORMATS = {
    # The specification leaves open how `deepObject` writes arrays, and objects in
    # objects; Stripe wants brackets, and the judge has to be told so.
    "stripe": {
        "x-steady-form-array-format": "brackets",
        "x-steady-form-object-format": "brackets",
    },
}
"""How the judge is to read what the specification leaves open, by description."""

MISJUDGED = {
    "stripe": {
        "E3014 query.expand[": "`deepObject` says nothing of arrays: what Stripe "
        "reads, and its own clients send, is no array to the judge",
    },
}
"""What the judge calls wrong and is not, by how the problem begins."""

KNOWN: dict[str, dict[str, str]] = {
    "box": {
        "GET /search": _OBJECTS,
        "POST /oauth2/revoke": _UNDECLARED,
        "PUT /metadata_templates/enterprise/securityClassification-6VMVochwUWo"
        "/schema#add": _FRAGMENT,
    },
    "docker-engine": {
        "POST /build": _CONTENT_TYPE,
        "POST /session": _UPGRADE,
    },
    "forgejo": {
        "GET /repos/{owner}/{repo}/pulls/{index}.{diffType}": _SEGMENT,
    },
    "getstream": {
        "GET /api/v2/chat/predefined_filters": _OBJECTS,
        "GET /api/v2/chat/channels/{type}/{id}/pinned_messages": _OBJECTS,
        "GET /api/v2/chat/messages/{parent_id}/replies": _OBJECTS,
        "GET /api/v2/video/call_stats/{call_type}/{call_id}/{session}"
        "/participants": _OBJECTS,
    },
    "linode": {
        "POST /{apiVersion}/linode/instances": _CLOSED,
        "POST /{apiVersion}/linode/instances/{linodeId}/rebuild": _CLOSED,
        "POST /{apiVersion}/managed/credentials": _CLOSED,
        "POST /{apiVersion}/networking/firewalls": _CLOSED,
        "POST /{apiVersion}/object-storage/buckets": _CLOSED,
        "POST /{apiVersion}/nodebalancers/{nodeBalancerId}/configs/{configId}"
        "/rebuild": _CLOSED,
    },
}
"""By description and operation. One whose calls are valid must leave this list."""

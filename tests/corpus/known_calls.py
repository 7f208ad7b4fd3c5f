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
_LINES = "the judge does not write this media type as a stream, but as one document"
_MAPPING = "the judge does not follow a `mapping` from one file into another one"
_METHOD = "the judge knows none but the usual methods"
_PART = (
    "the judge reads a JSON part of a form as text if its schema refers with `allOf` "
    "to what is an object"
)
_PLACEHOLDER = (
    "the path is no template but stands for an address that another answer gives; the "
    "judge does not decode it"
)
_READ_ONLY = (
    "a property is read-only where a part of its `allOf`, or what it refers to, says "
    "so, and the judge requires it"
)
_TEXT = "the judge holds the text of a body against the schema, and does not parse it"
# What the description gets wrong.
_CLOSED = (
    "each part of an `allOf` forbids the properties of the others: no value is valid"
)
_CONTRADICTORY = "an `enum` of texts is of type `integer`: no value is valid"
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
        r"E3014 query\.\w+\[": "`deepObject` says nothing of arrays: what Stripe "
        "reads, and its own clients send, is no array to the judge",
        r"E30(08|16) body\.(\S+\.)?currency_options": "in the values of a map the "
        "judge does not read the texts of a form as numbers and booleans",
    },
    "telegram-bot": {
        "E3011 ": "a `mapping` may name a schema, without saying where it is; the "
        "judge knows only references",
    },
}
"""What the judge calls wrong and is not, by a pattern for how the problem begins."""

KNOWN: dict[str, dict[str, str]] = {
    "box": {
        "GET /search": _OBJECTS,
        "POST /oauth2/revoke": _UNDECLARED,
        "PUT /metadata_templates/enterprise/securityClassification-6VMVochwUWo"
        "/schema#add": _FRAGMENT,
    },
    "cohere": {
        "POST /v1/generate": _LINES,
    },
    "digitalocean": {
        "POST /v2/droplets/actions": _MAPPING,
        "PUT /<upload_url>": _PLACEHOLDER,
    },
    "docker-engine": {
        "GET /events": _LINES,
        "POST /build": _CONTENT_TYPE,
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
        "POST /api/v2/video/call/{type}/{id}": _CONTRADICTORY,
        "PATCH /api/v2/video/call/{type}/{id}": _CONTRADICTORY,
        "POST /api/v2/video/calltypes": _CONTRADICTORY,
        "PUT /api/v2/video/calltypes/{name}": _CONTRADICTORY,
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
    "meilisearch": {
        "PUT /indexes/{indexUid}/settings/facet-search": _TEXT,
        "DELETE /indexes/{indexUid}/settings/facet-search": _TEXT,
        "PUT /indexes/{indexUid}/settings/search-cutoff-ms": _TEXT,
        "DELETE /indexes/{indexUid}/settings/search-cutoff-ms": _TEXT,
    },
    "okta-management": {
        "POST /api/v1/logStreams": _READ_ONLY,
    },
    "openai": {
        "POST /realtime/calls": _PART,
    },
    "pinecone-data": {
        "POST /records/namespaces/{namespace}/upsert": _TEXT,
    },
    "rebilly": {
        "PATCH /kyc-requests/{id}": _READ_ONLY,
        "PATCH /subscription-cancellations/{id}": _READ_ONLY,
    },
    "speakeasy-test-3.2": {
        "COPY /test": _METHOD,
    },
    "vercel": {
        "GET /v1/projects/{projectId}/deployments/{deploymentId}/runtime-logs": _LINES,
        "GET /v3/deployments/{idOrUrl}/events": _LINES,
    },
}
"""By description and operation. One whose calls are valid must leave this list."""

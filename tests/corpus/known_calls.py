"""Operations of real descriptions whose calls are not judged valid yet, and why."""

from __future__ import annotations

# What clients do not do yet.
_LINES = "a body of JSON Lines is sent as bytes, not line by line yet"
_MULTIPART = "multipart is not written by parts yet"
_TEXT = "a body of text that is a number or a boolean is taken as text alone"
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
    "asana": {
        "POST /attachments": _MULTIPART,
    },
    "box": {
        "POST /oauth2/revoke": _UNDECLARED,
        "POST /files/{file_id}/content": _MULTIPART,
        "POST /files/content": _MULTIPART,
        "PUT /metadata_templates/enterprise/securityClassification-6VMVochwUWo"
        "/schema#add": _FRAGMENT,
        "GET /search": _OBJECTS,
        "POST /users/{user_id}/avatar": _MULTIPART,
    },
    "cohere": {
        "POST /v2/audio/transcriptions": _MULTIPART,
        "POST /v1/datasets": _MULTIPART,
    },
    "directus": {
        "POST /utils/import": _MULTIPART,
        "POST /utils/import/{collection}": _MULTIPART,
    },
    "docker-engine": {
        "POST /build": _CONTENT_TYPE,
        "POST /session": _UPGRADE,
    },
    "forgejo": {
        "POST /repos/{owner}/{repo}/issues/comments/{id}/assets": _MULTIPART,
        "POST /repos/{owner}/{repo}/issues/{index}/assets": _MULTIPART,
        "GET /repos/{owner}/{repo}/pulls/{index}.{diffType}": _SEGMENT,
        "POST /repos/{owner}/{repo}/releases/{id}/assets": _MULTIPART,
    },
    "getstream": {
        "POST /api/v2/chat/channels/{type}/{id}/file": _MULTIPART,
        "POST /api/v2/chat/channels/{type}/{id}/image": _MULTIPART,
        "GET /api/v2/chat/channels/{type}/{id}/pinned_messages": _OBJECTS,
        "GET /api/v2/chat/messages/{parent_id}/replies": _OBJECTS,
        "GET /api/v2/chat/predefined_filters": _OBJECTS,
        "POST /api/v2/uploads/file": _MULTIPART,
        "POST /api/v2/uploads/image": _MULTIPART,
        "GET /api/v2/video/call_stats/{call_type}/{call_id}/{session}"
        "/participants": _OBJECTS,
    },
    "letta": {
        "POST /v1/sources/{source_id}/upload": _MULTIPART,
        "POST /v1/folders/{folder_id}/upload": _MULTIPART,
        "POST /v1/agents/import": _MULTIPART,
    },
    "linode": {
        "POST /{apiVersion}/linode/instances": _CLOSED,
        "POST /{apiVersion}/linode/instances/{linodeId}/rebuild": _CLOSED,
        "POST /{apiVersion}/managed/credentials": _CLOSED,
        "POST /{apiVersion}/networking/firewalls": _CLOSED,
        "POST /{apiVersion}/nodebalancers/{nodeBalancerId}/configs/{configId}"
        "/rebuild": _CLOSED,
        "POST /{apiVersion}/object-storage/buckets": _CLOSED,
        "POST /{apiVersion}/support/tickets/{ticketId}/attachments": _MULTIPART,
    },
    "llama-stack": {
        "POST /v1/openai/v1/files": _MULTIPART,
    },
    "meilisearch": {
        "PUT /indexes/{indexUid}/settings/facet-search": _TEXT,
        "DELETE /indexes/{indexUid}/settings/facet-search": _TEXT,
        "PUT /indexes/{indexUid}/settings/search-cutoff-ms": _TEXT,
        "DELETE /indexes/{indexUid}/settings/search-cutoff-ms": _TEXT,
    },
    "openai": {
        "POST /audio/transcriptions": _MULTIPART,
        "POST /audio/translations": _MULTIPART,
        "POST /audio/voice_consents": _MULTIPART,
        "POST /audio/voices": _MULTIPART,
        "POST /files": _MULTIPART,
        "POST /images/variations": _MULTIPART,
        "POST /uploads/{upload_id}/parts": _MULTIPART,
        "POST /content_provenance_checks": _MULTIPART,
        "POST /videos/characters": _MULTIPART,
    },
    "openrouter": {
        "POST /files": _MULTIPART,
    },
    "pinecone-data": {
        "POST /records/namespaces/{namespace}/upsert": _LINES,
    },
    "qdrant": {
        "POST /collections/{collection_name}/snapshots/upload": _MULTIPART,
        "POST /collections/{collection_name}/shards/{shard_id}/snapshots"
        "/upload": _MULTIPART,
    },
    "resend": {
        "POST /contacts/imports": _MULTIPART,
    },
    "scalar-galaxy": {
        "POST /planets/{planetId}/image": _MULTIPART,
    },
    "square": {
        "POST /v2/catalog/images": _MULTIPART,
        "PUT /v2/catalog/images/{image_id}": _MULTIPART,
        "POST /v2/disputes/{dispute_id}/evidence-files": _MULTIPART,
        "POST /v2/invoices/{invoice_id}/attachments": _MULTIPART,
    },
}
"""By description and operation. One whose calls are valid must leave this list."""

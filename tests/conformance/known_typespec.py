"""Scenarios of TypeSpec that a client does not pass yet, and why.

A scenario that passes must leave this list.
"""

from __future__ import annotations

_FILE_TYPES = "several media types of one request are not told apart yet"
_SCHEMES = "schemes of HTTP other than basic and bearer are not sent yet"

KNOWN = {
    "Authentication_Http_Custom_invalid": _SCHEMES,
    "Authentication_Http_Custom_valid": _SCHEMES,
    "Encode_Bytes_ResponseBody_base64": "JSON that is base64 is taken for bytes",
    "Parameters_BodyOptionality_OptionalExplicit": "a body that may be absent is "
    "needed where one of its properties is",
    "Payload_ContentNegotiation_DifferentBody": "an answer is not read by its media "
    "type yet",
    "Payload_MediaType_StringBody_sendAsText": "the document says `text/plain` and "
    "the text `{cat}`; the server that plays the scenario wants JSON, quotes and all, "
    "which is what the recording of this scenario lost",
    "Type_File_Body_uploadFileDefaultContentType": _FILE_TYPES,
    "Type_File_Body_uploadFileMultipleContentTypes": _FILE_TYPES,
}
"""Scenarios of every version of OpenAPI."""

_FILE_OF_JSON = "a file that is JSON is sent as a text, not as what it holds"
KNOWN_IN = {
    "3.0.0": dict[str, str](),
    "3.1.0": {"Type_File_Body_uploadFileJsonContentType": _FILE_OF_JSON},
    "3.2.0": {"Type_File_Body_uploadFileJsonContentType": _FILE_OF_JSON},
}
"""Scenarios of one of them."""

_NEXT_PAGE = (
    "the link to the next page stands in the answer, and no operation of the document "
    "has its path: nothing that a document says makes a client follow it"
)
_CONTINUATION = "OpenAPI has no name for a path with a query in it: `?fixed=true{&x}`"
_SEGMENTS = "OpenAPI cannot say that a value becomes several segments of a path"
UNDESCRIBED = {
    "Payload_Pageable_ServerDrivenPagination_AlternateInitialVerb_post": _NEXT_PAGE,
    "Payload_Pageable_ServerDrivenPagination_link": _NEXT_PAGE,
    "Payload_Pageable_ServerDrivenPagination_linkString": _NEXT_PAGE,
    "Payload_Pageable_ServerDrivenPagination_nestedLink": _NEXT_PAGE,
    "Payload_Pageable_XmlPagination_listWithNextLink": _NEXT_PAGE,
    "Routes_PathParameters_PathExpansion_Explode_array": _SEGMENTS,
    "Routes_PathParameters_PathExpansion_Explode_record": _SEGMENTS,
    "Routes_QueryParameters_QueryContinuation_Explode_array": _CONTINUATION,
    "Routes_QueryParameters_QueryContinuation_Explode_primitive": _CONTINUATION,
    "Routes_QueryParameters_QueryContinuation_Explode_record": _CONTINUATION,
    "Routes_QueryParameters_QueryContinuation_Standard_array": _CONTINUATION,
    "Routes_QueryParameters_QueryContinuation_Standard_primitive": _CONTINUATION,
    "Routes_QueryParameters_QueryContinuation_Standard_record": _CONTINUATION,
}
"""Scenarios of which some call is in no document."""

_RESERVED = "`allowReserved` of path parameters came with OpenAPI 3.2"
UNDESCRIBED_BEFORE_3_2 = {
    "Routes_PathParameters_ReservedExpansion_annotation": _RESERVED,
    "Routes_PathParameters_ReservedExpansion_template": _RESERVED,
}

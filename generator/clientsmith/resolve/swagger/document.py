"""The Swagger Object: where the parts of a document have moved.

https://spec.openapis.org/oas/v2.0.html#swagger-object
"""

from __future__ import annotations

from clientsmith.load import JSON

from .components import convert_components
from .conversion import Conversion, without
from .paths import convert_paths
from .schemas import convert_schemas
from .servers import convert_servers

_MOVED = (
    "basePath",
    "consumes",
    "definitions",
    "host",
    "parameters",
    "paths",
    "produces",
    "responses",
    "schemes",
    "securityDefinitions",
    "swagger",
)


def convert_document(conversion: Conversion) -> JSON:
    """Say in the words of OpenAPI 3.0 what a document of 2.0 says.

    Its references must lead somewhere. A value that is not what it should be is
    passed on as it is, for the next stage to refuse.
    """
    converted = without(conversion.swagger, *_MOVED)
    servers = convert_servers(conversion)
    if servers:
        converted["servers"] = servers
    components = convert_components(conversion)
    if components:
        converted["components"] = components
    if "paths" in conversion.swagger:
        converted["paths"] = convert_paths(conversion, conversion.swagger["paths"])
    return convert_schemas(conversion, converted, conversion.root)

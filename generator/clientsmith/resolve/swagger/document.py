"""The Swagger Object: where the parts of a document have moved.

https://spec.openapis.org/oas/v2.0.html#swagger-object
"""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.diagnostics import Diagnostic
from clientsmith.load import JSON
from clientsmith.resolve.moves import Moves
from clientsmith.resolve.upgrade import upgrade

from .components import convert_components
from .conversion import Conversion, without
from .paths import convert_paths
from .schemas import convert_schemas
from .servers import convert_servers

_CONVERTED = "3.0"
"""What says the same in other places."""
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


def convert(
    values: Mapping[str, JSON],
) -> tuple[dict[str, JSON], Moves, list[Diagnostic]]:
    """Say in the words of 3.1 what the files of a description of 2.0 say.

    References must lead somewhere. A value that is not what it should be is passed
    on as it is, for the next stage to refuse.
    """
    conversion = Conversion(values)
    whole = {**values, "": _document(conversion)}
    result = {
        file: upgrade(value, _CONVERTED)
        for file, value in convert_schemas(conversion, whole).items()
    }
    return result, Moves(conversion.origins), conversion.problems


def _document(conversion: Conversion) -> JSON:
    converted = without(conversion.swagger, *_MOVED)
    servers = convert_servers(conversion)
    if servers:
        converted["servers"] = servers
    components = convert_components(conversion)
    if components:
        converted["components"] = components
    if "paths" in conversion.swagger:
        converted["paths"] = convert_paths(conversion, conversion.swagger["paths"])
    return converted

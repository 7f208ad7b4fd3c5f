"""What is said of XML.

https://spec.openapis.org/oas/v3.1.1.html#xml-object
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Schema

from clientsmith.ir import Xml
from clientsmith.pointer import Pointer

from .context import Context


def keep_xml(context: Context, schema: Schema, at: Pointer) -> None:
    """Note how a schema is written as XML, if it says so."""
    said = schema.xml
    if said is None:
        return
    node_type = (said.model_extra or {}).get("nodeType")
    context.xml[at] = Xml(
        name=said.name,
        namespace=said.namespace,
        prefix=said.prefix,
        attribute=bool(said.attribute) or node_type == "attribute",
        wrapped=bool(said.wrapped),
        node_type=node_type if isinstance(node_type, str) else None,
    )

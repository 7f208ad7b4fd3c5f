"""The names a package publishes, by what they are known by in the lock."""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.ir import Api

from .arguments import names_to_keep
from .keys import (
    DOWNLOAD,
    IDENTIFIER,
    PAGES,
    PARAMS,
    RESOURCES,
    STREAM,
    key_of_operation,
)
from .operation_classes import implied, key_of_variant
from .operations import Planned, dotted
from .properties import Style
from .resource_names import implied_class, resource_attributes, resource_class
from .variant_keys import VariantKeys


def published(
    api: Api,
    style: Style,
    planned: list[Planned],
    variants: VariantKeys,
    *others: Mapping[str, str],
) -> dict[str, str]:
    """List every name that something else could take, and by what it is found."""
    names = {key: name for each in others for key, name in each.items()}
    for resource in api.resources:
        attributes = resource_attributes(resource.path)
        name = resource_class(resource.path)
        if name != implied_class(attributes):
            names[RESOURCES + ".".join(attributes)] = name
    for one in planned:
        key = key_of_operation(one.operation)
        names[key] = one.dotted
        if one.operation.operation_id:
            names[key + IDENTIFIER] = one.operation.operation_id
        if one.params and one.params_class != implied(one.dotted):
            names[key + PARAMS] = one.params_class
        further = zip(one.params_classes[1:], one.arguments.variants[1:], strict=True)
        names |= {key_of_variant(key, variant): name for name, variant in further}
        if one.stream_method != one.method:
            names[key + STREAM] = one.dotted_stream
        if one.download_method:
            names[key + DOWNLOAD] = dotted(one.resource, one.download_method)
        if one.pages:
            names[key + PAGES] = one.dotted
        for argument, name in names_to_keep(one.arguments, style).items():
            names[f"{key}/arguments/{argument}"] = name
    return names | variants.digests(names)

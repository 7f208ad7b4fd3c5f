"""Objects that nothing can be: what has to be there is not allowed."""

from __future__ import annotations

import json

from clientsmith.ir import Api, ObjectSchema, Reference, inmost
from clientsmith.pointer import Pointer


def contradictory(api: Api) -> frozenset[Pointer]:
    """Find the objects that contradict themselves, and those that require one."""
    objects = [
        one for one in api.declarations.values() if isinstance(one, ObjectSchema)
    ]
    found = {one.at for one in objects if _contradicts_itself(one)}
    while more := {
        one.at for one in objects if one.at not in found and _requires(one) & found
    }:
        found |= more
    return frozenset(found)


def _contradicts_itself(one: ObjectSchema) -> bool:
    """Tell whether a key is required that is not declared, where no other may be."""
    declared = {property_.key for property_ in one.properties}
    required = {
        key
        for check in one.checks
        if check.keyword == "required"
        for key in json.loads(check.text)
    }
    return one.closed and not required <= declared


def _requires(one: ObjectSchema) -> set[Pointer]:
    """List the objects that have to be in another one."""
    types = (inmost(each.type) for each in one.properties if each.required)
    return {type_.to for type_ in types if isinstance(type_, Reference)}

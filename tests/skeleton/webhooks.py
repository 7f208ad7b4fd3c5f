"""Which statements receive webhooks and callbacks."""

from __future__ import annotations

from clientsmith.plan.code import Code
from clientsmith.plan.package import WebhooksModule
from skeleton import nodes, parts
from skeleton.definitions import lazy
from skeleton.resources import method


def webhooks(module: WebhooksModule) -> nodes.Body:
    """Predict the module of what is received."""
    body = [
        parts.docstring(module.about),
        *nodes.flat(parts.field(each) for each in module.attributes),
        *nodes.flat(method(each) for each in module.methods),
    ]
    return [
        parts.docstring(module.docstring),
        *parts.imports(module.imports),
        *nodes.checked(module.type_checking),
        nodes.exported(module.exports),
        nodes.class_(Code("Webhooks"), module.base, body),
        nodes.statement("_webhooks = Webhooks()"),
        *nodes.flat(parts.field(each) for each in module.bound),
        *([lazy(module.lazy)] if module.lazy else []),
    ]

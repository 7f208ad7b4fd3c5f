"""The module of webhooks and callbacks: what arrives, who signed it, what it says."""

from __future__ import annotations

from clientsmith.ir import (
    Api,
    Array,
    Map,
    ObjectSchema,
    Reference,
    Type,
    Webhook,
    bare,
    name_of,
)
from clientsmith.pointer import Pointer

from .annotations import Annotation
from .callbacks import PlannedCallback
from .casing import constant_case, named
from .client import api_title
from .code import Code, code, docstring, join, literal
from .imports import Import, render_imports
from .layout import Layout
from .package import Export, Method, Page, WebhooksModule
from .sentences import ended, in_one_line
from .webhook_events import EVENT, MODULE, Table, payload, plan_event

_PRESETS = {
    "github": "GITHUB",
    "slack": "SLACK",
    "standard-webhooks": "STANDARD_WEBHOOKS",
    "stripe": "STRIPE",
}
_SIGNATURES = "._runtime.webhook_signatures"
_RUNTIME = "._runtime.webhooks"
_SIGNATURE = Code(
    "self, payload: Payload, headers: Headers | None = None, *, "
    "secret: Secret | None = None, verify: bool = True"
)
_PASSED = Code("payload, headers, secret=secret, verify=verify")
_CLASSES = frozenset({"bool", "bytes", "float", "int", "str"})
_SAID = frozenset({"webhook", "webhooks"})


def plan_webhooks(
    api: Api, layout: Layout, package: str, callbacks: list[PlannedCallback]
) -> list[Page]:
    """Plan the module that receives what the API sends, if it sends anything."""
    if not api.incoming:
        return []
    content = _Module(api, layout, package, callbacks).plan()
    pages = [Page("webhooks.py", content)]
    return [*pages, plan_event(api, layout)] if api.webhooks else pages


def env_of(package: str) -> str:
    """Return the environment variable that may hold the secret of webhooks."""
    words = name_of(package).words
    about = "secret" if words and words[-1].lower() in _SAID else "webhook_secret"
    return constant_case(name_of(f"{package}_{about}"))


class _Module:
    """The module while it is planned: it collects what it imports."""

    def __init__(
        self,
        api: Api,
        layout: Layout,
        package: str,
        callbacks: list[PlannedCallback],
    ) -> None:
        self._api = api
        self._layout = layout
        self._package = package
        self._callbacks = callbacks
        self._imports = {
            Import("__future__", "annotations"),
            Import(".", "models"),
            Import(_RUNTIME, "Kind"),
            Import(_SIGNATURES, "Scheme"),
        }

    def plan(self) -> WebhooksModule:
        """Plan what the module holds; what it imports is known at the end."""
        base, attributes, lazy = self._base(), self._attributes(), self._lazy()
        methods = tuple(map(self._method, self._callbacks))
        names = ["parse_as", "sign", "verify", *(str(one.name) for one in methods)]
        names = sorted([*names, "parse"] if self._api.webhooks else names)
        shown = ["Kind", "Scheme", *([EVENT] if self._api.webhooks else []), "Webhooks"]
        checked = self._checked()
        if checked or lazy:
            self._use("typing", "TYPE_CHECKING")
        return WebhooksModule(
            docstring=docstring(_about_module(self._api, self._package)),
            imports=render_imports(self._imports, "webhooks"),
            type_checking=checked,
            exports=tuple(map(literal, [*shown, *names])),
            base=base,
            about=docstring(_about_class(self._api, env_of(self._package)), indent=4),
            attributes=attributes,
            methods=methods,
            bound=tuple(code("{0} = _webhooks.{0}", named(name)) for name in names),
            lazy=lazy,
        )

    def _use(self, module: str, name: str) -> Code:
        self._imports.add(Import(module, name))
        return named(name)

    def _base(self) -> Code:
        if self._api.webhooks:
            return code('{}["WebhookEvent"]', self._use(_RUNTIME, "EventReceiver"))
        return self._use(_RUNTIME, "Receiver")

    def _checked(self) -> tuple[Code, ...]:
        """Import what only type checkers need."""
        checked = {Import(MODULE, EVENT)} if self._api.webhooks else set[Import]()
        if self._callbacks:
            names = ("Headers", "Payload", "Secret")
            checked |= {Import(_RUNTIME, name) for name in names}
        return (render_imports(checked, "webhooks"),) if checked else ()

    def _lazy(self) -> tuple[Export, ...]:
        if not self._api.webhooks:
            return ()
        self._use("._runtime.lazy", "lazy_exports")
        return (Export(literal(MODULE), literal((EVENT,))),)

    def _attributes(self) -> tuple[Code, ...]:
        """Say how payloads are signed, and what tells events apart."""
        signing = self._api.signing
        found = [code("env = {}", literal(env_of(self._package)))]
        if signing.scheme == "hmac":
            told = [
                code("{}={}", named(name), literal(value))
                for name, value in signing.parts.items()
            ]
            found.append(code("scheme = Scheme({})", join(", ", told)))
        elif signing.scheme is not None:
            preset = self._use(_SIGNATURES, _PRESETS[signing.scheme])
            found.append(code("scheme = {}", preset))
        if self._api.signature:
            found.append(code("signature = {}", literal(self._api.signature)))
        if signing.tolerance is not None:
            found.append(code("tolerance = {}", literal(signing.tolerance)))
        if self._api.webhooks:
            table = Table(self._api, self._refer)
            found.append(code("events = {}", table.spell()))
            self._imports |= table.imports
        return tuple(found)

    def _refer(self, pointer: Pointer) -> Annotation:
        """Name a model as `models` exports it, which imports it when it is used."""
        return Annotation(code("models.{}", named(self._layout.models[pointer].name)))

    def _is_class(self, type_: Type) -> bool:
        """Tell whether a type is a class at run time, and not a union of some."""
        match type_:
            case Reference(to=at):
                return isinstance(self._api.declarations[at], ObjectSchema)
            case _:
                return isinstance(type_, Array | Map)

    def _method(self, planned: PlannedCallback) -> Method:
        """Plan the method that reads what one callback sends."""
        type_ = planned.callback.webhook.type
        annotation = payload(type_, self._refer)
        self._imports |= annotation.imports
        kind = annotation.text
        read_as = kind
        if kind not in _CLASSES and not self._is_class(bare(type_)):
            read_as = code("Kind[{0}]({0})", kind)
        call = code("self.parse_as({}, {})", read_as, _PASSED)
        return Method(
            keyword=Code("def"),
            name=named(planned.name),
            decorators=(),
            overloads=(),
            signature=_SIGNATURE,
            returns=kind,
            docstring=docstring(_about_callback(planned), indent=8),
            statement=code("return {}", call),
        )


def _about_module(api: Api, package: str) -> str:
    """Say what arrives, and how it is read."""
    unsaid = api.signing.scheme is None and not api.signature
    how = "with types, and verified if a secret is given" if unsaid else ""
    how = how or "verified and with types"
    if not api.webhooks:
        return f"What the {api_title(api)} calls back, {how}."
    return (
        f"What the {api_title(api)} sends to your server, {how}."
        f"\n\n>>> from {package} import webhooks"
        "\n>>> event = webhooks.parse(request.body, request.headers)"
    )


def _about_class(api: Api, env: str) -> str:
    """Say what proves who sent something, and what else comes with it."""
    parts = [f"Receives what the {api_title(api)} sends."]
    if api.signature:
        parts.append(
            f"They are signed in `{api.signature}`, and the description "
            "does not say how: nothing is parsed without a `scheme`, and a `secret` or "
            f"the environment variable `{env}`, unless `verify` is false."
        )
    elif api.signing.scheme is None:
        parts.append(
            "The description does not say how that is signed. With a `secret`, or the "
            f"environment variable `{env}`, it is verified by Standard Webhooks or the "
            "`scheme` that is given. Without one, nothing is verified."
        )
    else:
        parts.append(
            f"`secret` defaults to the environment variable `{env}`. "
            "Without one, nothing is parsed unless `verify` is false."
        )
    headers = _shared_headers(api.webhooks or api.incoming)
    if headers:
        parts.append("Headers:\n" + "\n".join(headers))
    return "\n\n".join(parts)


def _shared_headers(webhooks: tuple[Webhook, ...]) -> list[str]:
    """List the headers that all webhooks have, and what is said of them."""
    each = [
        {one.name: one.docs for one in webhook.parameters if one.location == "header"}
        for webhook in webhooks
    ]
    shared = [name for name in each[0] if all(name in others for others in each)]
    return [
        f"    {name}: {ended(in_one_line(each[0][name]))}".rstrip(": ")
        for name in shared
    ]


def _about_callback(planned: PlannedCallback) -> str:
    """Say what is called back, where to, and after which call."""
    webhook = planned.callback.webhook
    about = webhook.docs.strip() or f"Read what the callback `{webhook.key}` sends."
    after = f", after `client.{planned.after}`" if planned.after else ""
    where = planned.callback.expression.replace("`", "")
    return f"{about}\n\n`{webhook.method}` to `{where}`{after}."

"""Valid examples that datamodel-code-generator's models refuse, and why."""

from __future__ import annotations

_WITHOUT_TAG = (
    "private-user",
    "private-user-response-with-public-and-private-profile-information",
    "private-user-response-with-public-profile-information",
    "public-user-default-response",
    "public-user-response-with-git-hub-plan-information",
)

REFUSED = {
    # A part of an `allOf` that says nothing is taken for an object.
    "box": {"#/components/schemas/MetadataFilter/properties/filters/example"},
    # An `allOf` of nothing but an enumeration gets no model.
    "docker-engine": {"#/components/schemas/MountPoint/properties/Type/example"},
    "rebilly": {"#/components/schemas/GatewayAccount/properties/acquirerName/default"},
    # They lack the property that a `discriminator` names, and no schema requires it.
    "github-rest": {f"#/components/examples/{name}/value" for name in _WITHOUT_TAG},
    # Answers lack what is only written, which its classes require of them, too.
    "okta-management": {
        "#/components/examples/CreateChildOrgResponseEx/value",
        "#/components/examples/ListAppServiceAccounts/value",
        "#/components/examples/LogStreamDeactivateResponse/value",
    },
}
"""An example that is accepted must leave this list."""

"""Examples of real descriptions that do not come back as they went in, and why."""

from __future__ import annotations

from corpus.round_trips import Failure


def kind_of(failure: Failure) -> str:
    """Say what a failure is counted as: the place of its example."""
    return str(failure.example.at)


KNOWN: dict[str, dict[str, int]] = {
    "okta-management": {
        # The tag names a schema that the example does not fit.
        "#/components/examples/ProfileEnrollmentRequest/value": 1,
        "#/components/examples/create-auth-policy-rule-condition-response/value": 1,
        "#/components/examples/twofa-enabled-disallow-password-allow-phishing/value": 1,
        "#/components/examples/twofa-enabled-post-auth-kmsi-disabled/value": 2,
        # An undeclared `client_id` takes the attribute of a declared `clientId`.
        "#/components/examples/ListRefreshTokensClientsResponse/value": 1,
    },
    "pinecone-data": {
        # An undeclared `index_fullness` takes the attribute of `indexFullness`.
        "#/components/schemas/IndexDescription/example": 1,
    },
}
"""How many failures of each kind a description has; none must come, or stay unused."""

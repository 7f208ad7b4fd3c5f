"""Examples of real descriptions that do not come back as they went in, and why."""

from __future__ import annotations

import re

from corpus.round_trips import Failure

DATE_TIMES = "a date-time is written back as Python spells it"
UUIDS = "a UUID is written back in lower case"
MISFORMATTED = "a date-time that is none of RFC 3339 is read as one all the same"

_DATE_TIME = re.compile(r"\S+: '\d{4}-\d\d-\d\d[Tt]\S+' became '\d{4}-\d\d-\d\dT\S+'$")
_TEXT = re.compile(r"\S+: '(.*)' became '(.*)'$")


def kind_of(failure: Failure) -> str:
    """Say what a failure is counted as: its place, if nothing better is known."""
    texts = _TEXT.match(failure.reason)
    if texts and failure.mode == "lenient":
        return MISFORMATTED
    if texts and texts[1].lower() == texts[2]:
        return UUIDS
    return DATE_TIMES if _DATE_TIME.match(failure.reason) else str(failure.example.at)


KNOWN: dict[str, dict[str, int]] = {
    "asana": {DATE_TIMES: 55},
    "box": {DATE_TIMES: 13},
    "cohere": {DATE_TIMES: 1},
    "directus": {DATE_TIMES: 2},
    "github-rest": {
        DATE_TIMES: 20,
        # `properties` without a `type` makes an object of everything.
        "#/paths/~1orgs~1{org}~1{security_product}~1{enablement}/post/requestBody"
        "/content/application~1json/examples/default/value": 1,
    },
    "iceberg-rest": {UUIDS: 1},
    "linode": {UUIDS: 10, MISFORMATTED: 1},
    "meilisearch": {DATE_TIMES: 4},
    "okta-management": {
        DATE_TIMES: 236,
        MISFORMATTED: 6,
        # The discriminator names one variant, and the example fits another.
        "#/components/examples/UpdateInboundProvisioningFeatureResponseEx/value": 1,
        # An undeclared `client_id` takes the attribute of a declared `clientId`.
        "#/components/examples/ListRefreshTokensClientsResponse/value": 1,
    },
    "ory": {DATE_TIMES: 2},
    "pinecone-data": {
        # An undeclared `index_fullness` takes the attribute of `indexFullness`.
        "#/components/schemas/IndexDescription/example": 1,
    },
    "prefect": {DATE_TIMES: 1},
    "resend": {DATE_TIMES: 28},
    "twilio-api-v2010": {MISFORMATTED: 2},
    "vercel": {DATE_TIMES: 11},
}
"""How many failures of each kind a description has; none must come, or stay unused."""

"""What `client.explanations.create` accepts."""

from typing import TypedDict


class ExplanationCreateParams(TypedDict):
    """What `client.explanations.create` accepts."""

    job: str
    """The id of the job."""

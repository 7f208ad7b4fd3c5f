"""How many lists of real descriptions are read page by page, and by what rule."""

from __future__ import annotations

from collections import Counter

from corpus.descriptions import Described

KNOWN = {
    "asana": {"next-offset": 62},
    "box": {"marker": 38, "offset": 10},
    "cohere": {"offset": 2, "page-token": 5},
    "digitalocean": {"last-id": 1, "page-number": 63, "next-url": 20},
    "directus": {"offset": 1},
    "forgejo": {"link-header": 4, "page-number": 100},
    "getstream": {"next-cursor": 1, "next": 43, "offset": 3},
    "github-rest": {"link-header": 211, "page-number": 65},
    "hetzner-cloud": {"next-page": 42},
    "iceberg-rest": {"page-token": 4},
    "letta": {"id-cursor": 33, "next-cursor": 2, "offset": 1, "page-token": 1},
    "linode": {"page-number": 56, "marker": 1},
    "llama-stack": {"last-id": 5, "offset": 1},
    "meilisearch": {"from": 2, "offset": 2},
    "okta-management": {"link-header": 44, "next-url": 3, "id-cursor": 1},
    "openai": {"last-id": 40, "last-item": 2, "next-page": 11, "next-after": 9},
    "openrouter": {"x-speakeasy-pagination": 20},
    "ory": {"link-header": 4, "page-token": 5},
    "pinecone-data": {"page-token": 3},
    "prefect": {"offset": 19, "page-number": 6, "next-url": 1},
    "qdrant": {"offset": 1, "next-offset": 1},
    "rebilly": {"offset": 116},
    "resend": {"list-object": 19, "last-item": 4},
    "scalar-galaxy": {"offset": 1},
    "slack-web": {"next-cursor": 9},
    "square": {"cursor": 67},
    "stripe": {"last-item": 99, "next-page": 7, "list-object": 1},
    "svix": {"iterator": 34},
    "telegram-bot": {"offset": 1},
    "train-travel": {"next-url": 3},
    "twilio-api-v2010": {"next-url": 60},
    "vercel": {"next": 3, "until": 5},
}
"""By description and rule; of all others none is."""
UNCERTAIN = {
    "asana": 5,
    "box": 7,
    "digitalocean": 7,
    "directus": 12,
    "forgejo": 1,
    "getstream": 6,
    "github-rest": 6,
    "letta": 18,
    "llama-stack": 4,
    "meilisearch": 4,
    "okta-management": 13,
    "openai": 1,
    "openrouter": 1,
    "ory": 6,
    "resend": 1,
    "slack-web": 7,
    "square": 1,
    "stripe": 2,
    "telegram-bot": 1,
    "twilio-api-v2010": 1,
    "vercel": 9,
}
"""What shows that it has pages, and not certainly how they follow each other.

Some take a token and have two lists (GetStream's feeds, Square's orders, GitHub's
comparisons), some say that there is more and take nothing to ask for it (Asana's
events, Stripe's capabilities), some are read both ways or count in several (Letta,
Box), and some only name what they take (Directus, Slack).
"""


def test_lists_are_recognised(described: Described) -> None:
    """No fewer than before, and none that nobody has looked at."""
    package = described.run.compiled.package
    assert package is not None
    found = Counter(call.pages for call in package.calls if call.pages)

    assert KNOWN.get(described.slug, {}) == found


def test_what_may_have_pages_is_noted(described: Described) -> None:
    """Wherever it takes or answers with what is about pages."""
    found = [
        one
        for one in described.run.compiled.diagnostics
        if one.code == "pagination-uncertain"
    ]

    assert UNCERTAIN.get(described.slug, 0) == len(found)

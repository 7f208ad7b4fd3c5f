"""Names as words: what a thing is called, before any language has cased it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

_WORD = re.compile(
    r"[oO]Auth[0-9]*|[iI][pP]v[46]|IOps"
    r"|[A-Z]{2,}s(?![a-z])"  # URLs
    r"|[A-Z]+(?![a-z])[0-9]*"  # HTTP, V2
    r"|[A-Z]?[a-z]+[0-9]*"  # Error, oauth2
    r"|[0-9]+"
    r"|[^\W_]",  # letters outside ASCII stand for themselves
)
_IRREGULAR = {
    "aliases": "alias",
    "analyses": "analysis",
    "apis": "api",
    "atlases": "atlas",
    "axes": "axis",
    "biases": "bias",
    "bonuses": "bonus",
    "buses": "bus",
    "caches": "cache",
    "campuses": "campus",
    "canvases": "canvas",
    "children": "child",
    "cookies": "cookie",
    "cpus": "cpu",
    "crises": "crisis",
    "criteria": "criterion",
    "data": "data",
    "diagnoses": "diagnosis",
    "emojis": "emoji",
    "feet": "foot",
    "gases": "gas",
    "gpus": "gpu",
    "guis": "gui",
    "hypotheses": "hypothesis",
    "indices": "index",
    "kpis": "kpi",
    "lenses": "lens",
    "media": "media",
    "men": "man",
    "menus": "menu",
    "mice": "mouse",
    "movies": "movie",
    "news": "news",
    "people": "person",
    "series": "series",
    "skus": "sku",
    "status": "status",
    "statuses": "status",
    "taxis": "taxi",
    "teeth": "tooth",
    "uris": "uri",
    "vcpus": "vcpu",
    "vertices": "vertex",
    "viruses": "virus",
    "wikis": "wiki",
    "women": "woman",
}

_LONGEST_ACRONYM = 5
_SAME = frozenset(
    {
        "alias",
        "always",
        "analytics",
        "as",
        "atlas",
        "aws",
        "bias",
        "canvas",
        "chaos",
        "cors",
        "corps",
        "dns",
        "does",
        "eks",
        "gas",
        "gps",
        "has",
        "https",
        "ios",
        "kms",
        "kubernetes",
        "lens",
        "logistics",
        "macos",
        "nas",
        "nfs",
        "os",
        "pos",
        "qos",
        "rds",
        "rss",
        "saas",
        "sms",
        "sns",
        "sos",
        "species",
        "sqs",
        "tls",
        "tos",
        "was",
        "yes",
    },
)
"""Words that end in an `s` and are not plural."""


class Name(Struct, frozen=True, cache_hash=True):
    """The words of a name, spelled as the document spells them."""

    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words)

    def __add__(self, other: Name) -> Name:
        """Append `other`, without saying twice what both say at the seam."""
        if not other.words:
            return self
        if not self.words:
            return other
        most = min(len(self.words), len(other.words)) - 1
        mine, theirs = (_folded(self), _folded(other)) if most else ((), ())
        for length in range(most, 0, -1):
            if mine[-length:] == theirs[:length]:
                return Name(self.words + other.words[length:])
        return Name(self.words + other.words)

    @property
    def snake(self) -> str:
        """The words in lower case, joined by underscores: a key to compare by."""
        return "_".join(_folded(self))

    @property
    def lower(self) -> Name:
        """The same words without their case."""
        return Name(_folded(self))

    @property
    def width(self) -> int:
        """How many characters the words have."""
        return sum(map(len, self.words))

    @property
    def singular(self) -> Name:
        """The name of one item of what this name lists."""
        if not self.words:
            return self
        return Name((*self.words[:-1], _singular(self.words[-1])))

    def ends(self, other: Name) -> bool:
        """Tell whether this ends with the words of `other`, singular or plural."""
        mine, theirs = self.singular.lower.words, other.singular.lower.words
        return mine[-len(theirs) :] == theirs

    def says(self, other: Name) -> bool:
        """Tell whether all words of `other` are in this, singular or plural."""
        return not other.words or not other.without(self)

    def without(self, other: Name) -> Name:
        """Remove the words of `other`, whether singular or plural."""
        gone = _singulars(_folded(other))
        left = [word for word in self.words if _singular(word.lower()) not in gone]
        return Name(tuple(left)) if len(left) < len(self.words) else self


@cache
def name_of(text: str) -> Name:
    """Split a name of a document into its words, in the letters that Python reads."""
    words: list[str] = []
    after = -1
    for match in _WORD.finditer(unicodedata.normalize("NFKC", text)):
        word = match[0]
        if match.start() == after and _continues(word, words[-1]):
            words[-1] += word
        else:
            words.append(word)
        after = match.end()
    if "_" in text and text.isupper():
        words = [word.lower() for word in words]  # LIKE_THIS there are no acronyms
    return Name(tuple(words))


@cache
def name_of_key(text: str) -> Name:
    """Name a key or a value; one long word in capitals is no acronym either."""
    name = name_of(text)
    return name.lower if text.isupper() and len(text) > _LONGEST_ACRONYM else name


def _continues(word: str, last: str) -> bool:
    """Tell whether two matches are one word that not only ASCII letters spell."""
    if word.isascii() and last.isascii():
        return False
    return word.islower() if word.isascii() or last.isascii() else True


def _folded(name: Name) -> tuple[str, ...]:
    return _lower(name.words)


@cache
def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(str.lower, words))


def _cased(word: str, like: str) -> str:
    """Write a word in the case of another one."""
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word


@cache
def _singulars(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_singular, words))


@cache
def _singular(word: str) -> str:
    folded = word.lower()
    if folded in _SAME:
        return word
    if folded in _IRREGULAR:
        return _cased(_IRREGULAR[folded], word)
    if folded.endswith("ies") and len(folded) > len("ties"):
        return word[:-3] + "y"
    if folded.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        return word[:-1]
    return word

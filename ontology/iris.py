"""How things are named: deterministic IRIs, the same in any order of loading."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from pydantic_settings import BaseSettings, SettingsConfigDict

ONTOLOGY = "https://w3id.org/oncograph/ontology#"
DEFAULT_BASE = "https://w3id.org/oncograph/id/"
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "&": " and "})

_SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")  # no dot in front: `.` and `..` mean folders in addresses


class IriSettings(BaseSettings):
    """Where the user's data lives: `ONCOGRAPH_BASE_IRI`."""

    model_config = SettingsConfigDict(env_prefix="ONCOGRAPH_")
    base_iri: str = DEFAULT_BASE


@cache
def base() -> str:
    """The base of all data IRIs, read once from `ONCOGRAPH_BASE_IRI`, always ending in `/` or `#`."""
    value = IriSettings().base_iri
    return value if value.endswith(("/", "#")) else value + "/"


def slug(name: str) -> str:
    """A name as it appears in an IRI: accents and case folded, `[a-z0-9-]` kept.

    >>> slug("École polytechnique"), slug("Paris-Saclay Cancer Cluster")
    ('ecole-polytechnique', 'paris-saclay-cancer-cluster')
    """
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_LIGATURES))
    plain = "".join(ch for ch in folded if not unicodedata.combining(ch))
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "-").replace("’", "-")).strip("-")
    return words or "x" + hashlib.sha256(name.encode()).hexdigest()[:8]


def kebab(name: str) -> str:
    """A class name as it appears in an IRI: `ResearchCollaboration` → `research-collaboration`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def document_local(document_id: str) -> str:
    """A document's id as it appears in IRIs: as it is where an IRI can hold it, else its slug.

    >>> document_local("003_x"), document_local("communiqué 12")
    ('003_x', 'communique-12')
    """
    return document_id if _SAFE.fullmatch(document_id) else slug(document_id)


def document(document_id: str) -> str:
    """The IRI of a document, from its id (the name of its file without the ending)."""
    return mint("document", document_local(document_id))


def mint(kind: str, local: str) -> str:
    """The IRI of a thing: `mint("actor", "servier")`; `local` must already be a slug."""
    return f"{base()}{kind}/{local}"


def agreement(parties: Iterable[str], kind: str, when: str | None, document_id: str) -> str:
    """The IRI of an agreement.

    Args:
        parties: IRIs of the parties, in any order.
        kind: class name, such as `Sponsorship`.
        when: year of its main date, or None when no date is known; the document then tells it apart.
        document_id: id of the document that states it.
    """
    slugs = sorted({iri.rstrip("/").rsplit("/", 1)[-1] for iri in parties})
    joined = "--".join(slugs)
    if len(slugs) > 4 or len(joined) > 120:
        joined = f"{len(slugs)}-parties-{hashlib.sha256(joined.encode()).hexdigest()[:10]}"
    return mint("agreement", f"{joined}-{kebab(kind)}-{when[:4] if when else document_local(document_id)}")


def evidence(document_id: str, start: int, end: int, states: str = "") -> str:
    """The IRI of a quote; `states` tells apart two statements that rest on the same words."""
    suffix = f"-{hashlib.sha256(states.encode()).hexdigest()[:8]}" if states else ""
    return mint("evidence", f"{document_local(document_id)}-{start}-{end}{suffix}")

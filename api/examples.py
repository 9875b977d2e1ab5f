"""Examples for the description of the interface; each works on the sample documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi.openapi.models import Example

from api.negotiation import Format

_VALUES = {
    "actor": "gustave-roussy",
    "actor_kind": "CancerCentre",
    "agreement": "gustave-roussy--owkin-strategic-alliance-2019",
    "agreement_kind": "Partnership",
    "area": "breast-cancer",
    "document": "gustave-roussy-owkin-2019",
    "from": "Servier",
    "name": "gustav rousy",
    "path": "actor/gustave-roussy",
    "question": "G1",
    "relation": "agreement",
    "sentence": "Who founded the Paris Saclay Cancer Cluster?",
    "to": "Gustave Roussy",
}
EXAMPLES: dict[str, dict[str, Example]] = {name: {"sample": {"value": value}} for name, value in _VALUES.items()}


def forms(offered: Sequence[Format]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that answers in these forms."""
    return {200: {"content": {form.media_type: {} for form in offered}}}

"""Derived relationships: what an agreement or a role means for the actors in it, one hop instead of two.

The shortcuts of an agreement depend on what is stated about that agreement and on nothing else, so that a changed
document recomputes only what it touches.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from graph.mapping import Mapping
from graph.model import Facts, Link, Properties
from graph.nodes import best_text, classes
from ontology.iris import ONTOLOGY

MOST_PARTIES = 8  # pairs grow with the square: above this number the agreement's node is the only tie
_AGREEMENT, _ROLE = ONTOLOGY + "Agreement", ONTOLOGY + "Role"
_PARTY = ONTOLOGY + "party"
_SINCE = ("startsOn", "signedOn", "announcedOn")  # best first
# Roles in which an actor gives or takes, rather than works together with the others.
_DIRECTED = frozenset(
    ONTOLOGY + role for role in ("sponsor", "beneficiary", "funder", "licensor", "licensee", "investor")
)

_Documents = frozenset[str]
_Pair = tuple[str, str, _Documents]  # start, end, documents


def shortcuts(facts: Facts, properties: Properties, mapping: Mapping) -> dict[Link, Properties]:
    """The derived relationships that come from one subject; none unless it is an agreement or a role.

    Args:
        facts: all that is stated about the subject.
        properties: the properties of its node.
        mapping: the class tree and the roles of parties.
    """
    kinds = classes(facts)
    if mapping.is_a(kinds, _AGREEMENT):
        return _of_agreement(facts, properties, mapping)
    if mapping.is_a(kinds, _ROLE):
        return _of_role(facts, properties)
    return {}


def _of_agreement(facts: Facts, properties: Properties, mapping: Mapping) -> dict[Link, Properties]:
    kind = min((mapping.labels[iri] for iri in mapping.leaves(classes(facts))), default="Agreement")
    shared: Properties = {"derived": True, "agreement": facts.subject, "kind": kind}
    since = next((properties[key] for key in _SINCE if key in properties), None)
    for key, value in (("since", since), ("tier", properties.get("tier")), ("status", properties.get("status"))):
        if value is not None:
            shared[key] = value
    found: dict[Link, Properties] = {}

    def add(type_: str, pairs: Iterator[_Pair]) -> None:
        for start, end, documents in pairs:
            found[Link(start, type_, end, facts.subject)] = {**shared, "docs": sorted(documents)}

    parties = _Parties(facts, mapping)
    add("WORKS_ON", parties.areas())
    founds = bool(facts.things(ONTOLOGY + "creates"))  # to found something together is not to work together
    if founds or len(parties.all) > MOST_PARTIES:
        return found
    add("SPONSORS", parties.directed("sponsor", parties.holding("beneficiary")))
    add("FUNDS", parties.directed("funder", parties.holding("beneficiary") or parties.others("funder")))
    add("LICENSES_TO", parties.directed("licensor", parties.holding("licensee")))
    add("INVESTS_IN", parties.directed("investor", parties.others("investor")))
    tied = {frozenset((link.start, link.end)) for link in found if link.type != "WORKS_ON"}
    add("PARTNERS_WITH", (pair for pair in parties.together() if frozenset(pair[:2]) not in tied))
    return found


class _Parties:
    """The parties of one agreement, by role."""

    def __init__(self, facts: Facts, mapping: Mapping) -> None:
        self._facts = facts
        self._roles = {
            role: facts.things(role) for role in (_PARTY, *sorted(mapping.subproperties.get(_PARTY, frozenset())))
        }
        self.all: dict[str, _Documents] = {}
        for holders in self._roles.values():
            for actor, documents in holders.items():
                self.all[actor] = self.all.get(actor, frozenset()) | documents

    def holding(self, role: str) -> dict[str, _Documents]:
        """The parties in a role."""
        return self._roles.get(ONTOLOGY + role, {})

    def others(self, role: str) -> dict[str, _Documents]:
        """The parties that are not in a role."""
        return {actor: documents for actor, documents in self.all.items() if actor not in self.holding(role)}

    def directed(self, role: str, ends: dict[str, _Documents]) -> Iterator[_Pair]:
        """From each party in a role to each of the ends."""
        for start, stating in self.holding(role).items():
            for end, also in ends.items():
                if start != end:
                    yield start, end, stating | also

    def together(self) -> Iterator[_Pair]:
        """All pairs in which at least one party only takes part, the smaller IRI first."""
        giving = {actor for role in _DIRECTED for actor in self._roles.get(role, {})}
        for first, second in combinations(sorted(self.all), 2):
            if not (first in giving and second in giving):
                yield first, second, self.all[first] | self.all[second]

    def areas(self) -> Iterator[_Pair]:
        """From each party to each area that the agreement concerns."""
        for area, stating in self._facts.things(ONTOLOGY + "concerns").items():
            for actor, also in self.all.items():
                yield actor, area, stating | also


def _of_role(facts: Facts, properties: Properties) -> dict[Link, Properties]:
    shared: Properties = {"derived": True, "role": facts.subject}
    title, as_of = best_text(properties, "roleTitle"), properties.get("roleAsOf")
    if title is not None:
        shared["title"] = title
    if as_of is not None:
        shared["asOf"] = as_of
    return {
        Link(person, "HAS_ROLE_AT", actor, facts.subject): {**shared, "docs": sorted(stating | also)}
        for person, stating in facts.things(ONTOLOGY + "roleHolder").items()
        for actor, also in facts.things(ONTOLOGY + "roleAt").items()
    }

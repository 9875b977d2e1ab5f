// id: A2
// group: actor
// answer: table
// wording:
//   fr: Quels acteurs du type « {kind} » ont déjà un accord avec {actor} ?
//   en: Which actors of the kind “{kind}” already have an agreement with {actor}?
// description:
//   fr: Les contreparties d'un centre qui sont d'un certain type, par défaut les laboratoires pharmaceutiques. Les types plus étroits sont compris, et aussi les fondations de structures communes ; ce qui n'est qu'annoncé est marqué comme tel.
//   en: The counterparties of a centre that are of a given kind, pharmaceutical companies by default. Narrower kinds are included, and so is the founding of common bodies; what is only planned is marked as such.
// phrasings:
//   fr:
//     - Quels laboratoires pharmaceutiques ont déjà un accord avec {actor} ?
//     - Quels industriels travaillent avec {actor} ?
//     - Quelles entreprises sont partenaires de {actor} ?
//     - Avec quels laboratoires {actor} a-t-il signé ?
//     - Quelles {kind} ont un accord avec {actor} ?
//     - Quels {kind} sont sous contrat avec {actor} ?
//     - Liste des laboratoires pharmaceutiques liés à {actor}
//     - "{kind} partenaires de {actor}"
//   en:
//     - Which pharma companies already have an agreement with {actor}?
//     - Which companies work with {actor}?
//     - Which drug makers have signed with {actor}?
//     - What industrial partners does {actor} have?
//     - Which {kind} have a deal with {actor}?
//     - List the {kind} tied to {actor}
//     - Which {kind} are partners of {actor}?
//     - Pharma companies in partnership with {actor}
// parameters:
//   actor: {type: actor, label: {fr: centre, en: centre}, required: true, example: Gustave Roussy, suggests: CancerCentre}
//   kind: {type: kind, label: {fr: type de partenaire, en: kind of partner}, suggests: Actor, default: PharmaCompany}
// columns:
//   partner: {type: thing, label: {fr: partenaire, en: partner}, meaning: {fr: la contrepartie, en: the counterparty}}
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord qui les lie, en: the agreement that ties them}}
//   kind: {type: kind, label: {fr: nature, en: kind}, meaning: {fr: la nature de l'accord, en: the kind of agreement}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
//   ends: {type: date, label: {fr: fin, en: end}, meaning: {fr: "fin déclarée ou calculée ; inconnue ne veut pas dire en cours", en: "end, stated or derived; unknown does not mean running"}}
//   status: {type: choice, label: {fr: état, en: status}, meaning: {fr: conclu ou seulement annoncé, en: concluded or only planned}, choices: {planned: {fr: seulement annoncé, en: only planned}, concluded: {fr: conclu, en: concluded}}}
//   areas: {type: things, unknown: not stated, label: {fr: domaines, en: areas}, meaning: {fr: les domaines que le texte rattache à l'accord ou à un de ses projets, en: the areas that the text ties to the agreement or to one of its projects}}
// empty:
//   fr: aucun acteur de ce type n'a d'accord avec ce centre dans ces documents
//   en: no actor of this kind has an agreement with this centre in these documents
MATCH (a:Resource {uri: $actor})<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(b:Actor)
WHERE b.uri <> a.uri AND $kind IN labels(b)
WITH DISTINCT g, b
RETURN b{.uri, .name, .label_fr, .label_en} AS partner, g{.uri, .name, .label_fr, .label_en} AS agreement, labels(g) AS kind,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since,
       {value: g.endsOn, basis: g.endsOnBasis} AS ends,
       [(g)-[:HAS_PROJECT*0..1]->(:Resource)-[:CONCERNS]->(t:TherapeuticArea) | t{.uri, .name, .label_fr, .label_en}] AS areas, g.status AS status, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri]
       + [(g)-[:HAS_PROJECT]->(:Project)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
ORDER BY b.uri, coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), g.uri

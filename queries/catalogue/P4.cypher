// id: P4
// group: network
// answer: table
// wording:
//   fr: Quelles autres entreprises travaillent avec les mêmes centres que {actor} ?
//   en: Which other companies work with the same centres as {actor}?
// description:
//   fr: Les entreprises qui ont un accord avec un acteur public avec lequel celle-ci en a un aussi. Fonder ensemble une structure ne compte pas.
//   en: The companies that have an agreement with a public player with which this one has one too. Founding a body together does not count.
// phrasings:
//   fr:
//     - Quels concurrents travaillent avec le même centre que {actor} ?
//     - Quelles autres entreprises partagent un partenaire avec {actor} ?
//     - Qui d'autre travaille avec les centres de {actor} ?
//     - Concurrents de {actor} dans les mêmes centres
//     - Quels industriels ont un partenaire public en commun avec {actor} ?
//     - Entreprises qui partagent un centre avec {actor}
//   en:
//     - Which competitors work with the same centre as {actor}?
//     - Which companies share a partner with {actor}?
//     - Who else works with the same hospitals as {actor}?
//     - Competitors of {actor} at the same centres
//     - Companies with a public partner in common with {actor}
//     - Who else works with the centres that {actor} works with?
// parameters:
//   actor: {type: actor, label: {fr: entreprise, en: company}, required: true, example: Servier, suggests: Organization}
// columns:
//   company: {type: thing, label: {fr: entreprise, en: company}, meaning: {fr: l'autre entreprise, en: the other company}}
//   shared: {type: thing, label: {fr: partenaire commun, en: shared partner}, meaning: {fr: l'acteur public, en: the public player}}
//   own_agreements: {type: things, label: {fr: accords de l'une, en: agreements of the one}, meaning: {fr: ses accords avec lui, en: its agreements with it}}
//   their_agreements: {type: things, label: {fr: accords de l'autre, en: agreements of the other}, meaning: {fr: ceux de l'autre, en: those of the other}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (a:Resource {uri: $actor})<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(c:Actor)<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(h:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(b:Company)
WHERE b.uri <> a.uri AND c.uri <> a.uri AND any(l IN labels(c) WHERE l IN ['CancerCentre', 'Hospital', 'University', 'School', 'ResearchBody', 'ResearchUnit', 'PublicBody'])
  AND NOT EXISTS { MATCH (g)-[:CREATES]->(:Actor) } AND NOT EXISTS { MATCH (h)-[:CREATES]->(:Actor) }
WITH b, c, collect(DISTINCT g) AS own, collect(DISTINCT h) AS theirs
WITH b, c, [g IN own WHERE NOT g IN theirs] AS own, theirs
WHERE size(own) > 0
RETURN b{.uri, .name, .label_fr, .label_en} AS company, c{.uri, .name, .label_fr, .label_en} AS shared, [g IN own | g{.uri, .name, .label_fr, .label_en}] AS own_agreements, [h IN theirs | h{.uri, .name, .label_fr, .label_en}] AS their_agreements,
       COLLECT { UNWIND own + theirs AS g MATCH (g)-[:SUPPORTED_BY]->(e:Evidence) RETURN DISTINCT e.uri } AS evidence
ORDER BY company.uri, shared.uri

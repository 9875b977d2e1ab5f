// id: G4
// group: agreement
// answer: table
// wording:
//   fr: Quels projets relèvent des accords[ de {actor}][ avec {other}], et sur quoi ?
//   en: Which projects sit under the agreements[ of {actor}][ with {other}], and on what?
// description:
//   fr: Les projets que les textes rangent sous un accord, avec le domaine de chacun.
//   en: The projects that the texts put under an agreement, with the area of each.
// phrasings:
//   fr:
//     - Quels projets sous l'accord entre {actor} et {other} ?
//     - Quels sont les projets de {actor} avec {other} ?
//     - Sur quels projets portent les accords ?
//     - Projets prévus dans le cadre de l'accord entre {actor} et {other}
//     - Projets des accords de {actor}
//     - Quels projets de recherche comprend l'accord de {actor} avec {other} ?
//   en:
//     - What projects sit under the agreement between {actor} and {other}?
//     - Which projects do {actor} and {other} have?
//     - What are the joint projects of {actor}?
//     - Projects within the agreements of {actor}
//     - Which research projects does the agreement of {actor} with {other} include?
//     - List of projects under the deal
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Sanofi, suggests: Organization}
//   other: {type: actor, label: {fr: une autre partie, en: another party}, example: Gustave Roussy, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   project: {type: thing, label: {fr: projet, en: project}, meaning: {fr: le projet, en: the project}}
//   areas: {type: things, label: {fr: domaines, en: areas}, meaning: {fr: les domaines du projet, en: the areas of the project}}
// empty:
//   fr: aucun projet sous ces accords dans ces documents
//   en: no project under these agreements in these documents
MATCH (g:Agreement)-[:HAS_PROJECT]->(x:Project)
WHERE true
  AND ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
  AND ($other IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $other}) })
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, x{.uri, .name, .label_fr, .label_en} AS project, [(x)-[:CONCERNS]->(t:TherapeuticArea) | t{.uri, .name, .label_fr, .label_en}] AS areas, g.tier AS tier,
       [(x)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(x)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
ORDER BY agreement.uri, project.uri

// id: A4
// group: actor
// answer: table
// wording:
//   fr: Qui a fondé {actor} ?
//   en: Who founded {actor}?
// description:
//   fr: Les fondateurs d'une structure, et qui a parlé au nom de chacun dans le document qui le dit. Une fondation annoncée n'est pas encore une création ; voir D6.
//   en: The founders of a body, and who spoke for each in the document that says so. An announced founding is not yet a creation; see D6.
// phrasings:
//   fr:
//     - Quels sont les fondateurs de {actor} ?
//     - Qui est à l'origine de {actor} ?
//     - Qui a créé {actor} ?
//     - Par qui {actor} a-t-il été fondé ?
//     - Quels sont les membres fondateurs de {actor} ?
//     - Qui a lancé {actor} ?
//     - Fondateurs de {actor}
//     - Cofondateurs de {actor}
//     - Qui a mis sur pied {actor} ?
//     - Quelles organisations ont créé {actor} ?
//     - La création de {actor} est due à qui ?
//     - Fondateurs de {actor} et leurs représentants
//   en:
//     - Who are the founders of {actor}?
//     - Who created {actor}?
//     - Who set up {actor}?
//     - By whom was {actor} founded?
//     - Which organisations are founding members of {actor}?
//     - Who launched {actor}?
//     - Who is behind {actor}?
//     - Founders of {actor}
//     - Which organisations established {actor}?
//     - Founding members of {actor}
//     - Who was involved in the founding of {actor}?
//     - Founders of {actor} and their representatives
// parameters:
//   actor: {type: actor, label: {fr: structure fondée, en: body founded}, required: true, example: Paris Saclay Cancer Cluster, suggests: Cluster}
// columns:
//   founder: {type: thing, label: {fr: fondateur, en: founder}, meaning: {fr: l'acteur que le texte dit fondateur, en: the actor that the text calls a founder}}
//   founder_kind: {type: kind, label: {fr: type, en: type}, meaning: {fr: ce qu'est le fondateur, en: what the founder is}}
//   representative: {type: thing, label: {fr: représentant, en: representative}, meaning: {fr: la personne qui parle pour lui dans ce document, en: the person who speaks for it in that document}}
//   role: {type: text, label: {fr: fonction, en: role}, meaning: {fr: sa fonction telle qu'imprimée, en: the function as printed}}
//   as_of: {type: date, label: {fr: à la date du, en: as of}, meaning: {fr: la date du document, en: the date of the document}}
//   status: {type: choice, label: {fr: état, en: status}, meaning: {fr: création annoncée ou conclue, en: founding planned or concluded}, choices: {planned: {fr: annoncée, en: planned}, concluded: {fr: conclue, en: concluded}}}
// empty:
//   fr: aucun document ne dit qui l'a fondé
//   en: no document says who founded it
MATCH (c:Resource {uri: $actor})<-[:FOUNDER_OF]-(f:Actor)
OPTIONAL MATCH (c)<-[:CREATES]-(g:Agreement)-[:FOUNDED_BY]->(f)
WITH c, f, head(collect(g)) AS g,
     [(x:Evidence)-[:STATES_OBJECT]->(c)
      WHERE x.statedPredicate = 'founderOf' AND EXISTS { MATCH (x)-[:STATES_SUBJECT]->(f) } | x.uri] AS stated
OPTIONAL MATCH (f)<-[:ROLE_AT]-(role:Role)-[:HELD_BY]->(p:Person)-[:QUOTED_IN]->(d:Document)
WHERE EXISTS { MATCH (role)-[:SUPPORTED_BY]->(:Evidence)-[:QUOTED_FROM]->(:Document {uri: d.uri}) }
  AND EXISTS { MATCH (d)<-[:QUOTED_FROM]-(x:Evidence) WHERE x.uri IN stated }
WITH DISTINCT c, f, g, stated, role, p
RETURN f{.uri, .name, .label_fr, .label_en} AS founder, labels(f) AS founder_kind, p{.uri, .name, .label_fr, .label_en} AS representative,
       coalesce(CASE WHEN $lang = 'fr' THEN role.roleTitle_fr ELSE role.roleTitle_en END, role.roleTitle_fr, role.roleTitle_en) AS role,
       {value: role.roleAsOf, basis: 'stated'} AS as_of, g.status AS status, g.tier AS tier,
       stated + CASE WHEN role IS NULL THEN [] ELSE [(role)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] END AS evidence
ORDER BY founder.uri, representative.uri, role

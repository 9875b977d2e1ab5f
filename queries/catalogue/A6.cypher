// id: A6
// group: actor
// answer: table
// wording:
//   fr: "Qui a parlé pour chaque partie des accords annoncés[ de {actor}][ avec {other}][ : {agreement}] ?"
//   en: "Who spoke for each party of the announced agreements[ of {actor}][ with {other}][: {agreement}]?"
// description:
//   fr: Les personnes citées dans les documents qui annoncent l'accord, et la fonction qu'elles ont chez une partie ou chez l'une de ses composantes. Un accord dont seul le début est dit n'est pas annoncé là.
//   en: The people quoted in the documents that announce the agreement, with their function at a party or at a part of one. An agreement of which only the start is told is not announced there.
// phrasings:
//   fr:
//     - Qui s'est exprimé dans l'annonce de {agreement} ?
//     - Qui parle au nom des parties dans {agreement} ?
//     - Qui est cité dans le communiqué sur {agreement} ?
//     - Quels porte-parole pour l'accord entre {actor} et {other} ?
//     - Qui a pris la parole lors de l'annonce entre {actor} et {other} ?
//     - Porte-parole des parties dans l'accord entre {actor} et {other}
//     - Qui a été cité lors de l'annonce de {actor} avec {other} ?
//     - Qui s'est exprimé au nom de {actor} et de {other} ?
//   en:
//     - Who is quoted in the announcement of {agreement}?
//     - Who spoke for each party in this announcement?
//     - Which people speak in the press release about {agreement}?
//     - Who spoke for {actor} and {other} when they announced their agreement?
//     - Who made statements on the deal between {actor} and {other}?
//     - Spokespersons of the deal between {actor} and {other}
//     - Who was quoted when {actor} and {other} announced their deal?
//     - Who spoke on behalf of each party of the agreement between {actor} and {other}?
//     - Who represented {actor} at the announcement with {other}?
// parameters:
//   agreement: {type: agreement, label: {fr: accord, en: agreement}, suggests: Agreement}
//   actor: {type: actor, label: {fr: une partie, en: one party}, example: Sanofi, suggests: Organization}
//   other: {type: actor, label: {fr: une autre partie, en: another party}, example: Gustave Roussy, suggests: Organization}
// columns:
//   party: {type: thing, label: {fr: partie, en: party}, meaning: {fr: la partie de l'accord, en: the party of the agreement}}
//   person: {type: thing, label: {fr: personne, en: person}, meaning: {fr: la personne citée, en: the person quoted}}
//   title: {type: text, label: {fr: fonction, en: title}, meaning: {fr: sa fonction telle qu'imprimée, en: the function as printed}}
//   organisation: {type: thing, label: {fr: organisation, en: organisation}, meaning: {fr: "là où elle l'exerce : la partie, ou une de ses composantes", en: "where it is held: the party, or a part of it"}}
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord qui les lie, en: the agreement that ties them}}
//   as_of: {type: date, label: {fr: à la date du, en: as of}, meaning: {fr: la date du document, en: the date of the document}}
// empty:
//   fr: personne n'est cité pour une partie dans ces documents
//   en: nobody is quoted for a party in these documents
MATCH (g:Agreement)
WHERE ($agreement IS NULL OR g.uri = $agreement)
  AND ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
  AND ($other IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $other}) })
  AND (g.announcedOn IS NOT NULL OR g.signedOn IS NOT NULL)
MATCH (g)-[:SUPPORTED_BY]->(:Evidence)-[:QUOTED_FROM]->(d:Document)
WITH DISTINCT g, d
MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(party:Actor)
MATCH (d)<-[:QUOTED_IN]-(p:Person)<-[:HELD_BY]-(role:Role)-[:ROLE_AT]->(o:Actor)
WHERE (o.uri = party.uri OR EXISTS { MATCH (o)-[:PART_OF|SUBSIDIARY_OF*1..3]->(:Actor {uri: party.uri}) })
  AND EXISTS { MATCH (role)-[:SUPPORTED_BY]->(:Evidence)-[:QUOTED_FROM]->(:Document {uri: d.uri}) }
WITH DISTINCT g, party, p, role, o
RETURN party{.uri, .name, .label_fr, .label_en} AS party, p{.uri, .name, .label_fr, .label_en} AS person,
       coalesce(CASE WHEN $lang = 'fr' THEN role.roleTitle_fr ELSE role.roleTitle_en END, role.roleTitle_fr, role.roleTitle_en) AS title,
       o{.uri, .name, .label_fr, .label_en} AS organisation, g{.uri, .name, .label_fr, .label_en} AS agreement, {value: role.roleAsOf, basis: 'stated'} AS as_of, g.tier AS tier,
       [(role)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS evidence
ORDER BY agreement.uri, party.uri, person.uri, title

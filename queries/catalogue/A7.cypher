// id: A7
// group: actor
// answer: timeline
// wording:
//   fr: Qui dirigeait {actor} à l'annonce de chacun de ses accords ?
//   en: Who headed {actor} when each of its agreements was announced?
// description:
//   fr: Pour chaque accord annoncé, la personne que le même document dit à la tête de l'acteur. Un document ne dit rien de qui dirigeait avant ou après lui.
//   en: For each announced agreement, the person whom the same document names as head of the actor. A document says nothing of who headed before or after it.
// phrasings:
//   fr:
//     - Qui était à la tête de {actor} lors de ses accords ?
//     - Quels dirigeants de {actor} au moment de chaque accord ?
//     - Qui dirigeait {actor} quand l'accord a été annoncé ?
//     - Qui était directeur de {actor} à l'époque de ses accords ?
//     - Patron de {actor} lors de l'annonce de chaque partenariat
//   en:
//     - Who was the head of {actor} at the time of its agreements?
//     - Who was director of {actor} when its partnerships were announced?
//     - Which heads did {actor} have when it signed its agreements?
//     - Who was in charge of {actor} each time it signed a deal?
//     - CEO of {actor} at the time of its agreements
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, required: true, example: Gustave Roussy, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
//   person: {type: thing, label: {fr: personne, en: person}, meaning: {fr: la personne, en: the person}}
//   title: {type: text, label: {fr: fonction, en: title}, meaning: {fr: sa fonction telle qu'imprimée, en: the function as printed}}
// empty:
//   fr: aucun accord annoncé de cet acteur dans ces documents
//   en: no announced agreement of this actor in these documents
MATCH (a:Resource {uri: $actor})<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)-[:SUPPORTED_BY]->(:Evidence)-[:QUOTED_FROM]->(d:Document)
WHERE g.announcedOn IS NOT NULL OR g.signedOn IS NOT NULL
WITH DISTINCT a, g, d
OPTIONAL MATCH (a)<-[:ROLE_AT]-(role:Role)-[:HELD_BY]->(p:Person)
WHERE EXISTS { MATCH (role)-[:SUPPORTED_BY]->(:Evidence)-[:QUOTED_FROM]->(:Document {uri: d.uri}) }
  AND coalesce(CASE WHEN $lang = 'fr' THEN role.roleTitle_fr ELSE role.roleTitle_en END, role.roleTitle_fr, role.roleTitle_en) =~ '(?i).*(general director|director general|directeur général|directrice générale|ceo|chief executive|président|president|managing director).*'
  AND NOT coalesce(CASE WHEN $lang = 'fr' THEN role.roleTitle_fr ELSE role.roleTitle_en END, role.roleTitle_fr, role.roleTitle_en) =~ '(?i).*(vice|department|département|honor).*'
WITH DISTINCT g, p, role
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, p{.uri, .name, .label_fr, .label_en} AS person,
       coalesce(CASE WHEN $lang = 'fr' THEN role.roleTitle_fr ELSE role.roleTitle_en END, role.roleTitle_fr, role.roleTitle_en) AS title, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence)
          WHERE e.statedPredicate IN ['startsOn', 'signedOn', 'announcedOn', 'endsOn', 'duration'] | e.uri]
       + CASE WHEN role IS NULL THEN [] ELSE [(role)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] END AS evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), g.uri, p.uri

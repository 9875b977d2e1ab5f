// id: T1
// group: area
// answer: table
// wording:
//   fr: Quels partenariats touchent à {area} ?
//   en: Which partnerships touch {area}?
// description:
//   fr: Les accords sur un domaine ou un domaine plus étroit, directement ou par un de leurs projets.
//   en: Agreements on an area or a narrower one, directly or through one of their projects.
// phrasings:
//   fr:
//     - Quels accords portent sur {area} ?
//     - Y a-t-il des collaborations en {area} ?
//     - Quels partenariats concernent {area} ?
//     - Quels projets communs sur {area} ?
//     - Qui fait de {area} avec qui ?
//     - Alliances dédiées à {area}
//     - Accords {area}
//     - Collaborations portant sur {area}
//     - Y a-t-il quelque chose sur {area} ?
//   en:
//     - Which agreements are about {area}?
//     - Are there collaborations in {area}?
//     - Which deals concern {area}?
//     - Which joint projects deal with {area}?
//     - Who does {area} with whom?
//     - Which partnerships involve {area}?
//     - Alliances dedicated to {area}
//     - "{area} deals"
//     - Partnerships on {area}
//     - Is there anything on {area}?
// parameters:
//   area: {type: area, label: {fr: domaine, en: area}, suggests: TherapeuticArea, required: true, example: lung cancer}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord qui les lie, en: the agreement that ties them}}
//   kind: {type: kind, label: {fr: nature, en: kind}, meaning: {fr: la nature de l'accord telle que le texte la dit, en: the kind of agreement as the text says it}}
//   parties: {type: things, label: {fr: parties, en: parties}, meaning: {fr: "les parties, chacune avec son rôle", en: "the parties, each with its role"}}
//   how: {type: choice, label: {fr: lien, en: link}, meaning: {fr: "par l'accord ou par un de ses projets", en: "by the agreement or by one of its projects"}, choices: {agreement: {fr: l'accord, en: the agreement}, project: {fr: un projet, en: a project}}}
//   project: {type: thing, unknown: none, label: {fr: projet, en: project}, meaning: {fr: le projet qui touche au domaine, en: the project that touches the area}}
//   found_area: {type: thing, label: {fr: domaine, en: area}, meaning: {fr: le domaine tel que le texte le dit, en: the area that the text names}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
// empty:
//   fr: aucun accord sur ce domaine dans ces documents
//   en: no agreement on this area in these documents
MATCH (wanted:Resource {uri: $area})<-[:BROADER*0..6]-(t:TherapeuticArea)
WITH DISTINCT t
CALL (t) {
  MATCH (t)<-[:CONCERNS]-(g:Agreement)
  RETURN g, 'agreement' AS how, null AS project,
         [(x:Evidence)-[:STATES_OBJECT]->(t) WHERE EXISTS { MATCH (x)-[:STATES_SUBJECT]->(g) } | x.uri] AS stated
  UNION ALL
  MATCH (t)<-[:CONCERNS]-(p:Project)<-[:HAS_PROJECT]-(g:Agreement)
  RETURN g, 'project' AS how, p AS project,
         [(x:Evidence)-[:STATES_OBJECT]->(t) WHERE EXISTS { MATCH (x)-[:STATES_SUBJECT]->(p) } | x.uri]
         + [(p)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS stated
}
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, labels(g) AS kind, [(g)-[r:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS parties, how,
       project{.uri, .name, .label_fr, .label_en} AS project, t{.uri, .name, .label_fr, .label_en} AS found_area,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g.tier AS tier,
       stated + [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence)
          WHERE e.statedPredicate IN ['startsOn', 'signedOn', 'announcedOn', 'endsOn', 'duration'] | e.uri] AS evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), agreement.uri, found_area.uri, how, project.uri

// id: T2
// group: area
// answer: table
// wording:
//   fr: Qui travaille sur {area} ?
//   en: Who works on {area}?
// description:
//   fr: "Les acteurs d'un domaine ou d'un domaine plus étroit : par un accord, par un projet d'un accord, ou parce que le texte le dit d'eux."
//   en: "The actors of an area or a narrower one: by an agreement, by a project of one, or because the text says so of them."
// phrasings:
//   fr:
//     - Qui travaille en {area} ?
//     - Quels acteurs sont actifs en {area} ?
//     - Qui fait de la recherche sur {area} ?
//     - Qui est présent dans {area} ?
//     - Qui s'intéresse à {area} ?
//     - Quelles organisations travaillent sur {area} ?
//     - Acteurs de {area}
//     - Quelles équipes travaillent sur {area} ?
//     - Qui est dans {area} ?
//   en:
//     - Who is working in {area}?
//     - Which actors are active in {area}?
//     - Who does research on {area}?
//     - Who is in {area}?
//     - Which organisations work on {area}?
//     - Who is involved in {area}?
//     - Players in {area}
//     - Who is doing something in {area}?
//     - Organisations in {area}
// parameters:
//   area: {type: area, label: {fr: domaine, en: area}, suggests: TherapeuticArea, required: true, example: breast cancer}
// columns:
//   actor: {type: thing, label: {fr: acteur, en: actor}, meaning: {fr: l'acteur, en: the actor}}
//   actor_kind: {type: kind, label: {fr: type, en: type}, meaning: {fr: ce qu'il est, en: what it is}}
//   how: {type: choice, label: {fr: comment, en: how}, meaning: {fr: "par un accord, un projet, ou de son propre fait", en: "by an agreement, a project, or on its own"}, choices: {agreement: {fr: accord, en: agreement}, project: {fr: projet, en: project}, own: {fr: activité propre, en: own activity}}}
//   agreement: {type: thing, unknown: none, label: {fr: accord, en: agreement}, meaning: {fr: "l'accord, s'il y en a un", en: "the agreement, where there is one"}}
//   found_area: {type: thing, label: {fr: domaine, en: area}, meaning: {fr: le domaine tel que le texte le dit, en: the area that the text names}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début de l'accord, sinon signature, sinon annonce", en: "start of the agreement, else signature, else announcement"}}
//   ends: {type: date, label: {fr: fin, en: end}, meaning: {fr: "fin déclarée ou calculée ; inconnue ne veut pas dire en cours", en: "end, stated or derived; unknown does not mean running"}}
// empty:
//   fr: aucun acteur sur ce domaine dans ces documents
//   en: no actor on this area in these documents
MATCH (wanted:Resource {uri: $area})<-[:BROADER*0..6]-(t:TherapeuticArea)
WITH DISTINCT t
CALL (t) {
  MATCH (t)<-[:CONCERNS]-(g:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(a:Actor)
  RETURN DISTINCT a, 'agreement' AS how, g,
         [(x:Evidence)-[:STATES_OBJECT]->(t) WHERE EXISTS { MATCH (x)-[:STATES_SUBJECT]->(g) } | x.uri] AS stated
  UNION ALL
  MATCH (t)<-[:CONCERNS]-(p:Project)<-[:HAS_PROJECT]-(g:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(a:Actor)
  RETURN DISTINCT a, 'project' AS how, g,
         [(x:Evidence)-[:STATES_OBJECT]->(t) WHERE EXISTS { MATCH (x)-[:STATES_SUBJECT]->(p) } | x.uri]
         + [(p)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS stated
  UNION ALL
  MATCH (t)<-[:ACTIVE_IN]-(a:Actor)
  RETURN a, 'own' AS how, null AS g,
         [(x:Evidence)-[:STATES_OBJECT]->(t) WHERE x.statedPredicate = 'activeIn' AND EXISTS { MATCH (x)-[:STATES_SUBJECT]->(a) } | x.uri] AS stated
}
RETURN a{.uri, .name, .label_fr, .label_en} AS actor, labels(a) AS actor_kind, how, g{.uri, .name, .label_fr, .label_en} AS agreement, t{.uri, .name, .label_fr, .label_en} AS found_area,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since,
       {value: g.endsOn, basis: g.endsOnBasis} AS ends, g.tier AS tier,
       stated + CASE WHEN g IS NULL THEN [] ELSE [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence)
          WHERE e.statedPredicate IN ['startsOn', 'signedOn', 'announcedOn', 'endsOn', 'duration'] | e.uri] END AS evidence
ORDER BY actor.uri, how, agreement.uri, found_area.uri

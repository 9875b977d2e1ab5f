// id: D8
// group: time
// answer: table
// wording:
//   fr: Combien d'accords par an ?
//   en: How many agreements per year?
// description:
//   fr: "Nombre d'accords par année de leur date principale : début, sinon signature, sinon annonce. Un accord est compté une fois ; ceux sans date forment une ligne sans année."
//   en: "Number of agreements by the year of their main date: start, else signature, else announcement. An agreement is counted once; those without a date make a row without year."
// phrasings:
//   fr:
//     - Combien d'accords {actor} a-t-il ?
//     - Combien d'accords par année ?
//     - Nombre de partenariats par an en {area}
//     - Combien de partenariats y a-t-il ?
//     - Nombre d'accords de {actor} chaque année
//     - Évolution du nombre d'accords par an
//     - Combien {actor} a-t-il d'accords ?
//     - Combien de contrats ont été signés chaque année ?
//   en:
//     - How many agreements does {actor} have?
//     - How many partnerships each year?
//     - Number of deals per year in {area}
//     - How many agreements are there?
//     - Count the agreements of {actor}
//     - Number of agreements of {actor} by year
//     - Yearly number of deals in {area}
//     - Annual count of partnerships
//     - How many deals were signed each year?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Servier, suggests: Organization}
//   area: {type: area, label: {fr: domaine, en: area}, example: oncology, suggests: TherapeuticArea}
// columns:
//   year: {type: integer, label: {fr: année, en: year}, meaning: {fr: l'année de la date principale, en: the year of the main date}}
//   count: {type: integer, label: {fr: nombre, en: number}, meaning: {fr: nombre d'accords, en: number of agreements}}
//   agreements: {type: things, label: {fr: accords, en: agreements}, meaning: {fr: les accords comptés, en: the agreements counted}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)
WHERE ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
  AND ($area IS NULL OR EXISTS {
    MATCH (g)-[:HAS_PROJECT*0..1]->(:Resource)-[:CONCERNS]->(:TherapeuticArea)-[:BROADER*0..6]->(:TherapeuticArea {uri: $area}) })
WITH toInteger(substring(coalesce(g.startsOn, g.signedOn, g.announcedOn), 0, 4)) AS year, collect(g) AS found
RETURN year, size(found) AS count, [g IN found | g{.uri, .name, .label_fr, .label_en}] AS agreements,
       COLLECT { UNWIND found AS g MATCH (g)-[:SUPPORTED_BY]->(e:Evidence) RETURN DISTINCT e.uri } AS evidence
ORDER BY coalesce(year, 9999)

// id: Q2
// group: quality
// answer: table
// wording:
//   fr: Quels accords manquent d'un champ qu'un analyste attend ?
//   en: Which agreements lack a field that a deals analyst expects?
// description:
//   fr: "Pour chaque accord, ce que les textes ne donnent pas : date de début, fin, durée, montant, domaine, objet."
//   en: "For each agreement, what the texts do not give: start date, end, duration, amount, area, subject."
// phrasings:
//   fr:
//     - Que manque-t-il aux accords de {actor} ?
//     - Quels accords sont incomplets ?
//     - Quelles lacunes dans les accords ?
//     - Informations manquantes des accords de {actor}
//     - Quels champs sont inconnus pour chaque accord ?
//     - Que ne sait-on pas des accords de {actor} ?
//     - Quels accords n'ont pas de date de fin ?
//   en:
//     - What is missing in the agreements of {actor}?
//     - Which agreements are incomplete?
//     - Which gaps are there in the agreements?
//     - Missing fields of the agreements of {actor}
//     - What do we not know about the agreements of {actor}?
//     - Which agreements have no end date or no amount?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Servier, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   missing: {type: text, unknown: none, label: {fr: manque, en: missing}, meaning: {fr: "les champs absents des textes, par leur nom dans le graphe", en: "the fields absent from the texts, by their names in the graph"}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)
WHERE $actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) }
WITH g, [f IN [CASE WHEN coalesce(g.startsOn, g.signedOn, g.announcedOn) IS NULL THEN 'date' END,
               CASE WHEN g.endsOn IS NULL THEN 'endsOn' END, CASE WHEN g.duration IS NULL THEN 'duration' END,
               CASE WHEN g.amount IS NULL THEN 'amount' END,
               CASE WHEN NOT EXISTS { MATCH (g)-[:CONCERNS]->(:TherapeuticArea) } THEN 'concerns' END,
               CASE WHEN coalesce(g.subject_fr, g.subject_en, g.subject) IS NULL THEN 'subject' END]
         WHERE f IS NOT NULL] AS missing
WHERE size(missing) > 0
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, missing, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS evidence
ORDER BY size(missing) DESC, agreement.uri

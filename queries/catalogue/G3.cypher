// id: G3
// group: agreement
// answer: table
// wording:
//   fr: Quels accords en prolongent ou complètent un plus ancien, et après combien de temps ?
//   en: Which agreements extend or supplement an earlier one, and after how long?
// description:
//   fr: Les accords qui complètent, modifient ou élargissent un accord antérieur. L'écart est compté en années ou mois révolus ; là où une date n'est pas assez précise, du plus petit au plus grand possible.
//   en: The agreements that supplement, amend or expand an earlier one. The gap is counted in full years or months; where a date is not fine enough, from the least to the most that it can be.
// phrasings:
//   fr:
//     - Quels accords complètent un accord antérieur ?
//     - Quelles collaborations ont été prolongées ou étendues ?
//     - Y a-t-il des avenants ?
//     - Quels accords de {actor} renforcent un accord précédent ?
//     - Quels partenariats ont été renouvelés ?
//     - Accords qui font suite à un accord antérieur
//     - Prolongations et extensions d'accords précédents, et délai entre les deux
//   en:
//     - Which agreements supplement an earlier one?
//     - Which collaborations were extended or renewed?
//     - Are there any amendments?
//     - Which deals of {actor} build on a previous agreement?
//     - Which partnerships were expanded later?
//     - Agreements that follow up on an earlier one
//     - Extensions of previous agreements and the time in between
//     - Has {actor} renewed or amended an earlier deal?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Sanofi, suggests: Organization}
// columns:
//   later: {type: thing, label: {fr: accord récent, en: later agreement}, meaning: {fr: l'accord qui prolonge, en: the agreement that extends}}
//   relation: {type: relation, label: {fr: relation, en: relation}, meaning: {fr: "complète, modifie ou élargit", en: "supplements, amends or expands"}}
//   earlier: {type: thing, label: {fr: accord antérieur, en: earlier agreement}, meaning: {fr: l'accord prolongé, en: the agreement extended}}
//   later_since: {type: date, label: {fr: date récente, en: later date}, meaning: {fr: date du premier, en: date of the one}}
//   earlier_since: {type: date, label: {fr: date antérieure, en: earlier date}, meaning: {fr: date du second, en: date of the other}}
//   gap: {type: duration, label: {fr: écart, en: gap}, meaning: {fr: "temps entre les deux, jamais plus précis que leurs dates", en: "time between the two, never finer than their dates"}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)-[r:SUPPLEMENTS|AMENDS|EXPANDS]->(o:Agreement)
WHERE $actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) }
WITH g, o, r,
     CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since,
     CASE WHEN o.startsOn IS NOT NULL THEN {value: o.startsOn, basis: o.startsOnBasis, event: 'start'}
          WHEN o.signedOn IS NOT NULL THEN {value: o.signedOn, basis: o.signedOnBasis, event: 'signed'}
          ELSE {value: o.announcedOn, basis: o.announcedOnBasis, event: 'announced'} END AS before
RETURN g{.uri, .name, .label_fr, .label_en} AS later, type(r) AS relation, o{.uri, .name, .label_fr, .label_en} AS earlier, since AS later_since, before AS earlier_since,
       {start: before.value, end: since.value} AS gap,
       g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] + [(o)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS evidence
ORDER BY coalesce(since.value, '9999'), g.uri, o.uri

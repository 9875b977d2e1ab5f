// id: D4
// group: time
// answer: timeline
// wording:
//   fr: Quelle entreprise est arrivée la première chez {actor} ?
//   en: Which company came first to {actor}?
// description:
//   fr: Les entreprises qui ont un accord avec un acteur, dans l'ordre de leur premier accord connu ; deux dates que leur précision ne départage pas restent voisines sans être classées.
//   en: The companies that have an agreement with an actor, by their first known agreement; two dates that their precision cannot tell apart stand side by side without rank.
// phrasings:
//   fr:
//     - Qui a été le premier partenaire industriel de {actor} ?
//     - Dans quel ordre les entreprises ont-elles signé avec {actor} ?
//     - Quel laboratoire a signé en premier avec {actor} ?
//     - Première entreprise partenaire de {actor}
//     - Quelle société est arrivée la première chez {actor} ?
//   en:
//     - Who was the first industrial partner of {actor}?
//     - In which order did companies sign with {actor}?
//     - Which company was the first to work with {actor}?
//     - First company to sign with {actor}
//     - Earliest industrial partner of {actor}
//     - Which company was first at {actor}?
// parameters:
//   actor: {type: actor, label: {fr: centre, en: centre}, required: true, example: Gustave Roussy, suggests: Organization}
// columns:
//   company: {type: thing, label: {fr: entreprise, en: company}, meaning: {fr: l'entreprise, en: the company}}
//   since: {type: date, label: {fr: premier accord, en: first agreement}, meaning: {fr: date du premier accord connu, en: date of the first known agreement}}
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (a:Resource {uri: $actor})<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(b:Company)
WITH DISTINCT g, b, coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999') AS date ORDER BY date, g.uri
WITH b, collect(g)[0] AS g
RETURN b{.uri, .name, .label_fr, .label_en} AS company,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g{.uri, .name, .label_fr, .label_en} AS agreement, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence)
          WHERE e.statedPredicate IN ['startsOn', 'signedOn', 'announcedOn', 'endsOn', 'duration'] | e.uri] AS evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), company.uri

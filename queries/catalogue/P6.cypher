// id: P6
// group: network
// answer: table
// wording:
//   fr: Quels partenaires des partenaires de {actor} ne travaillent pas encore avec lui ?
//   en: Which partners of the partners of {actor} does it not work with yet?
// description:
//   fr: "Les acteurs à deux accords de distance, avec celui par qui on les joint. Pas encore veut dire : pas dans ces documents."
//   en: "The actors two agreements away, with the one through whom they are reached. Not yet means: not in these documents."
// phrasings:
//   fr:
//     - Qui sont les partenaires de mes partenaires, si je suis {actor} ?
//     - Partenaires des partenaires de {actor}
//     - Quels partenaires de ses partenaires {actor} ne connaît-il pas encore ?
//     - Partenaires indirects de {actor}
//     - Avec qui {actor} pourrait-il entrer en contact par ses partenaires ?
//     - Partenaires de second degré de {actor}
//     - Qui {actor} pourrait-il rencontrer grâce à ses partenaires ?
//   en:
//     - Partners of my partners I do not work with yet, as {actor}
//     - Who are the partners of the partners of {actor}?
//     - Partners of the partners of {actor} with which it has no agreement
//     - Second-degree partners of {actor}
//     - Whom could {actor} meet through its partners?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, required: true, example: Servier, suggests: Organization}
// columns:
//   candidate: {type: thing, label: {fr: candidat, en: candidate}, meaning: {fr: l'acteur à deux pas, en: the actor two steps away}}
//   through: {type: thing, label: {fr: par, en: through}, meaning: {fr: le partenaire commun, en: the common partner}}
//   agreements: {type: things, label: {fr: accords du partenaire, en: agreements of the partner}, meaning: {fr: les accords entre le partenaire et le candidat, en: the agreements between partner and candidate}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (a:Resource {uri: $actor})-[one:PARTNERS_WITH|SPONSORS|FUNDS|LICENSES_TO|INVESTS_IN]-(x:Actor)-[two:PARTNERS_WITH|SPONSORS|FUNDS|LICENSES_TO|INVESTS_IN]-(b:Actor)
WHERE b.uri <> a.uri AND NOT EXISTS { MATCH (b)-[:PARTNERS_WITH|SPONSORS|FUNDS|LICENSES_TO|INVESTS_IN]-(:Actor {uri: $actor}) }
WITH b, x, collect(DISTINCT one.agreement) AS near, collect(DISTINCT two.agreement) AS far
RETURN b{.uri, .name, .label_fr, .label_en} AS candidate, x{.uri, .name, .label_fr, .label_en} AS through,
       COLLECT { UNWIND far AS uri MATCH (g:Resource {uri: uri}) RETURN g{.uri, .name, .label_fr, .label_en} } AS agreements,
       COLLECT { UNWIND near + far AS uri MATCH (:Resource {uri: uri})-[:SUPPORTED_BY]->(e:Evidence) RETURN DISTINCT e.uri } AS evidence
ORDER BY candidate.uri, through.uri

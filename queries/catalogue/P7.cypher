// id: P7
// group: network
// answer: table
// wording:
//   fr: Qui est le mieux connecté ?
//   en: Who is best connected?
// description:
//   fr: Nombre d'accords et de contreparties distinctes de chaque acteur. Un accord compte une fois ; fonder ensemble compte comme accord, et les cofondateurs comme contreparties. Ce n'est pas un classement de mérite.
//   en: Number of agreements and of distinct counterparties of each actor. An agreement counts once; founding together counts as an agreement, and co-founders as counterparties. This is no ranking of merit.
// phrasings:
//   fr:
//     - Quel acteur a le plus d'accords ?
//     - Qui a le plus de partenaires ?
//     - Quels sont les acteurs les plus centraux ?
//     - Classement des acteurs par nombre d'accords
//     - Qui est au centre du réseau ?
//     - Acteur le plus connecté
//     - Le plus grand réseau de partenaires
//   en:
//     - Which actor has the most agreements?
//     - Who has the most partners?
//     - Which are the most central actors?
//     - Ranking of the actors by number of partners
//     - Ranking by number of agreements
//     - Who is the biggest hub of the network?
//     - Most connected organisation
//     - Top actors
//     - Which organisation has the largest number of partners?
// columns:
//   actor: {type: thing, label: {fr: acteur, en: actor}, meaning: {fr: l'acteur, en: the actor}}
//   agreements: {type: integer, label: {fr: accords, en: agreements}, meaning: {fr: nombre d'accords, en: number of agreements}}
//   counterparties: {type: integer, label: {fr: contreparties, en: counterparties}, meaning: {fr: nombre d'acteurs distincts en face, en: number of distinct actors on the other side}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (a:Actor)<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)
OPTIONAL MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(b:Actor) WHERE b.uri <> a.uri
WITH a, count(DISTINCT g) AS agreements, count(DISTINCT b) AS counterparties
ORDER BY agreements DESC, counterparties DESC, a.uri LIMIT 50
RETURN a{.uri, .name, .label_fr, .label_en} AS actor, agreements, counterparties,
       COLLECT { MATCH (a)<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(:Agreement)-[:SUPPORTED_BY]->(e:Evidence) RETURN DISTINCT e.uri } AS evidence
ORDER BY agreements DESC, counterparties DESC, actor.uri

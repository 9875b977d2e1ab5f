// id: E2
// group: evidence
// answer: table
// wording:
//   fr: Combien de documents appuient chaque accord, et de combien d'émetteurs ?
//   en: How many documents support each agreement, and from how many issuers?
// description:
//   fr: Un document est compté une fois ; un document dont l'émetteur n'est pas connu ne compte pas comme émetteur.
//   en: A document is counted once; a document whose issuer is not known does not count as an issuer.
// phrasings:
//   fr:
//     - Combien de documents soutiennent l'accord entre {actor} et {other} ?
//     - Sur combien de sources repose l'accord de {actor} ?
//     - Par combien de documents ce lien est-il attesté ?
//     - Combien de sources y a-t-il pour les accords de {actor} ?
//     - Nombre de sources indépendantes sur l'accord entre {actor} et {other}
//     - Nombre de documents à l'appui de chaque accord
//     - Combien d'émetteurs confirment chaque accord ?
//     - Combien de communiqués mentionnent {actor} ?
//   en:
//     - How many documents support the tie between {actor} and {other}?
//     - On how many sources does the agreement of {actor} rest?
//     - How many documents confirm this agreement, from how many issuers?
//     - How many sources are there for the agreements of {actor}?
//     - How many independent sources mention the deal between {actor} and {other}?
//     - Number of documents behind each agreement
//     - How many issuers confirm each deal?
//     - How many press releases mention {actor}?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Sanofi, suggests: Organization}
//   other: {type: actor, label: {fr: une autre partie, en: another party}, example: Gustave Roussy, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   documents: {type: integer, label: {fr: documents, en: documents}, meaning: {fr: nombre de documents, en: number of documents}}
//   sources: {type: things, label: {fr: quels documents, en: which documents}, meaning: {fr: les documents, en: the documents}}
//   issuers: {type: things, label: {fr: émetteurs, en: issuers}, meaning: {fr: ceux qui les publient, en: those who publish them}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)-[:SUPPORTED_BY]->(e:Evidence)-[:QUOTED_FROM]->(d:Document)
WHERE true
  AND ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
  AND ($other IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $other}) })
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(i:Actor)
WITH g, collect(DISTINCT d) AS found, collect(DISTINCT i) AS by, collect(DISTINCT e.uri) AS evidence
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, size(found) AS documents, [d IN found | d{.uri, .name, .label_fr, .label_en}] AS sources, [i IN by | i{.uri, .name, .label_fr, .label_en}] AS issuers,
       g.tier AS tier, evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), agreement.uri

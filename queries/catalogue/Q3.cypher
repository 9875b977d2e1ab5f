// id: Q3
// group: quality
// answer: table
// wording:
//   fr: Qu'est-ce que chaque document a donné ?
//   en: What did each document yield?
// description:
//   fr: Pour chaque document, combien d'accords, d'acteurs, de personnes et de phrases citées.
//   en: For each document, how many agreements, actors, people and quoted sentences.
// phrasings:
//   fr:
//     - Combien d'accords chaque document donne-t-il ?
//     - Quels documents sont chargés et qu'ont-ils donné ?
//     - Que tire-t-on de chaque document ?
//     - Nombre d'accords et de personnes extraits par document
//     - Rendement de chaque document
//     - Combien de faits viennent de chaque communiqué ?
//   en:
//     - How many agreements does each document yield?
//     - Which documents are loaded and what did they give?
//     - What was extracted from each document?
//     - Number of agreements and people extracted per document
//     - What did we get out of every source text?
//     - How many facts come from each press release?
// columns:
//   document: {type: thing, label: {fr: document, en: document}, meaning: {fr: le document, en: the document}}
//   issued: {type: date, label: {fr: date, en: date}, meaning: {fr: sa date de publication, en: its date of publication}}
//   publisher: {type: thing, label: {fr: émetteur, en: issuer}, meaning: {fr: celui qui publie, en: the one who publishes}}
//   agreements: {type: integer, label: {fr: accords, en: agreements}, meaning: {fr: accords qu'il appuie, en: agreements that it supports}}
//   actors: {type: integer, label: {fr: acteurs, en: actors}, meaning: {fr: organisations qu'il nomme, en: organisations that it names}}
//   persons: {type: integer, label: {fr: personnes, en: people}, meaning: {fr: personnes qui y parlent, en: people who speak in it}}
//   sentences: {type: integer, label: {fr: phrases, en: sentences}, meaning: {fr: phrases citées, en: sentences quoted}}
// empty:
//   fr: aucun document n'est chargé
//   en: no document is loaded
MATCH (d:Document)
WHERE d.sha256 IS NOT NULL
RETURN d{.uri, .name, .label_fr, .label_en} AS document, {value: d.issued, basis: d.issuedBasis} AS issued,
       head([(d)-[:PUBLISHED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en}]) AS publisher,
       COUNT { MATCH (d)<-[:QUOTED_FROM]-(:Evidence)<-[:SUPPORTED_BY]-(g:Agreement) RETURN DISTINCT g.uri } AS agreements,
       COUNT { MATCH (d)-[:MENTIONS]->(a:Organization) RETURN DISTINCT a.uri } AS actors,
       COUNT { MATCH (d)<-[:QUOTED_IN]-(p:Person) RETURN DISTINCT p.uri } AS persons,
       COUNT { MATCH (d)<-[:QUOTED_FROM]-(e:Evidence) RETURN DISTINCT e.quoteStart + ' ' + e.quoteEnd } AS sentences,
       [(d)<-[:QUOTED_FROM]-(e:Evidence) | e.uri] AS evidence
ORDER BY document.uri

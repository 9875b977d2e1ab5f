// id: E5
// group: evidence
// answer: table
// wording:
//   fr: Quels accords reposent sur une page sans date ?
//   en: Which agreements rest on an undated page?
// description:
//   fr: "Les accords dont un document ne dit pas sa propre date : ce qu'il dit peut être ancien."
//   en: "The agreements of which a document does not give its own date: what it says may be old."
// phrasings:
//   fr:
//     - Quels faits viennent d'une page non datée ?
//     - Quelles sources sont sans date ?
//     - Quels accords de {actor} viennent d'un document non daté ?
//     - Accords tirés de documents sans date
//     - Sources non datées sur {actor}
//   en:
//     - Which facts come from an undated page?
//     - Which sources have no date?
//     - Which agreements of {actor} come from an undated document?
//     - Agreements that rest on documents without a date
//     - Undated sources on {actor}
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Servier, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   document: {type: thing, label: {fr: document, en: document}, meaning: {fr: le document sans date, en: the document without date}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
// empty:
//   fr: tous les documents sont datés
//   en: all documents are dated
MATCH (d:Document)<-[:QUOTED_FROM]-(e:Evidence)<-[:SUPPORTED_BY]-(g:Agreement)
WHERE d.issued IS NULL AND ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
WITH g, d, collect(DISTINCT e.uri) AS evidence
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, d{.uri, .name, .label_fr, .label_en} AS document,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g.tier AS tier, evidence
ORDER BY document.uri, coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), agreement.uri

// id: G8
// group: agreement
// answer: table
// wording:
//   fr: Quels accords ont au moins {parties} parties ?
//   en: Which agreements have at least {parties} parties?
// description:
//   fr: Les accords à plusieurs. Une partie est comptée une fois, quel que soit son nombre de rôles.
//   en: Agreements among many. A party is counted once, however many roles it has.
// phrasings:
//   fr:
//     - Quels accords ont plus de deux parties ?
//     - Quels accords réunissent au moins {parties} partenaires ?
//     - Accords multipartites
//     - Quels consortiums y a-t-il ?
//     - Quels accords lient trois acteurs ou plus ?
//     - Quels accords comptent plus de {parties} signataires ?
//     - Accords à {parties} parties ou plus
//     - Accords à plusieurs parties
//     - Consortiums d'au moins {parties} membres
//   en:
//     - Which agreements have more than two parties?
//     - Which agreements have at least {parties} partners?
//     - Multi-party agreements
//     - Which consortia are there?
//     - Which deals involve three or more parties?
//     - Deals with {parties} or more parties
//     - Agreements that involve several parties
//     - Which agreements have more than {parties} signatories?
//     - Consortia with at least {parties} members
// parameters:
//   parties: {type: integer, label: {fr: parties au moins, en: parties at least}, default: "3", example: "3"}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord qui les lie, en: the agreement that ties them}}
//   kind: {type: kind, label: {fr: nature, en: kind}, meaning: {fr: la nature de l'accord telle que le texte la dit, en: the kind of agreement as the text says it}}
//   count: {type: integer, label: {fr: nombre, en: number}, meaning: {fr: nombre de parties distinctes, en: number of distinct parties}}
//   members: {type: things, label: {fr: parties, en: parties}, meaning: {fr: "les parties, chacune avec son rôle", en: "the parties, each with its role"}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
// empty:
//   fr: aucun accord n'a autant de parties dans ces documents
//   en: no agreement has so many parties in these documents
MATCH (g:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(p:Actor)
WITH g, count(DISTINCT p.uri) AS count
WHERE count >= $parties
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, labels(g) AS kind, count, [(g)-[r:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS members,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
ORDER BY count DESC, g.uri

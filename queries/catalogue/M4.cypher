// id: M4
// group: money
// answer: value
// wording:
//   fr: Combien d'accords[ de {actor}] divulguent un montant ?
//   en: How many agreements[ of {actor}] disclose an amount?
// description:
//   fr: Le nombre d'accords dont le texte donne le montant, sur le nombre de tous.
//   en: The number of agreements of which the text gives the amount, out of all.
// phrasings:
//   fr:
//     - Combien d'accords divulguent quelque chose ?
//     - Combien d'accords de {actor} donnent leur montant ?
//     - Combien d'accords de {actor} ont un montant publié ?
//     - Part des accords dont le montant est connu
//     - Combien d'accords indiquent un montant ?
//   en:
//     - How many of the agreements of {actor} disclose anything?
//     - How many deals disclose their value?
//     - How many agreements give an amount?
//     - Share of the deals of {actor} with a disclosed value
//     - How many of the deals of {actor} have a public amount?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Servier, suggests: Organization}
// columns:
//   disclosed: {type: integer, label: {fr: divulgués, en: disclosed}, meaning: {fr: accords dont le montant est donné, en: agreements whose amount is given}}
//   total: {type: integer, label: {fr: accords, en: agreements}, meaning: {fr: tous les accords, en: all agreements}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)
WHERE $actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) }
WITH collect(g) AS found, count(g.amount) AS disclosed
RETURN disclosed, size(found) AS total,
       COLLECT { UNWIND found AS g MATCH (g)-[:SUPPORTED_BY]->(e:Evidence) RETURN DISTINCT e.uri } AS evidence

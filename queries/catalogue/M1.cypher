// id: M1
// group: money
// answer: table
// wording:
//   fr: Que valent les accords[ de {actor}][ avec {other}] ?
//   en: What are the deals[ of {actor}][ with {other}] worth?
// description:
//   fr: Le montant que le texte donne pour l'accord lui-même. Un chiffre d'affaires ou un budget n'est jamais la valeur d'un accord.
//   en: The amount that the text gives for the agreement itself. A turnover or a budget is never the value of a deal.
// phrasings:
//   fr:
//     - Quel est le montant de l'accord entre {actor} et {other} ?
//     - Combien vaut l'accord de {actor} ?
//     - Quels montants sont annoncés dans les accords ?
//     - Quel est le plus gros accord ?
//     - Montant de l'accord entre {actor} et {other}
//     - À combien s'élève le financement de {actor} à {other} ?
//     - Combien {actor} a-t-il payé à {other} ?
//     - Valeur des accords de {actor}
//     - Combien d'argent {actor} a-t-il investi dans {other} ?
//     - Montant de la licence entre {actor} et {other}
//   en:
//     - What is the amount of the agreement between {actor} and {other}?
//     - How much is the deal of {actor} worth?
//     - What are the financial terms of the agreement?
//     - What is the biggest deal?
//     - How much money is in the agreements?
//     - Value of the deal between {actor} and {other}
//     - How much did {actor} pay {other}?
//     - What sum did {actor} give as funding to {other}?
//     - What amount did {actor} invest in {other}?
//     - Is the amount of the agreement of {actor} known?
//     - Financial value of the licence of {actor} with {other}
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Sanofi, suggests: Organization}
//   other: {type: actor, label: {fr: une autre partie, en: another party}, example: Gustave Roussy, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   kind: {type: kind, label: {fr: nature, en: kind}, meaning: {fr: la nature de l'accord telle que le texte la dit, en: the kind of agreement as the text says it}}
//   amount: {type: money, unknown: not disclosed, label: {fr: montant, en: amount}, meaning: {fr: le montant que dit le texte, en: the amount that the text gives}}
//   currency: {type: text, unknown: not disclosed, label: {fr: devise, en: currency}, meaning: {fr: la devise, en: the currency}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)
WHERE true
  AND ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
  AND ($other IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $other}) })
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, labels(g) AS kind, {value: g.amount, currency: g.currency} AS amount, g.currency AS currency,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
ORDER BY coalesce(g.amount_num, -1.0) DESC, coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), agreement.uri

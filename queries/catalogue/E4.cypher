// id: E4
// group: evidence
// answer: table
// wording:
//   fr: Quelles dates sont calculées plutôt que déclarées ?
//   en: Which dates were worked out rather than stated?
// description:
//   fr: "Les dates d'accords que le texte ne donne pas telles quelles : calculées (début et durée) ou déduites."
//   en: "The dates of agreements that the text does not give as such: derived (start and duration) or inferred."
// phrasings:
//   fr:
//     - Quelles dates de {actor} sont déduites ou calculées ?
//     - Qu'avez-vous calculé vous-mêmes ?
//     - Déclaré ou calculé ?
//     - Dates déduites des accords de {actor}
//     - Quelles dates ne sont pas écrites dans le texte mais calculées ?
//     - Quelles dates de fin ont été calculées ?
//   en:
//     - Stated or worked out by you?
//     - Which dates of {actor} are derived or inferred?
//     - What did you compute yourselves?
//     - Derived dates of the agreements of {actor}
//     - Which dates are not stated in the text but computed?
//     - Which end dates were calculated?
//     - Which end dates did you calculate?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Servier, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   event: {type: choice, label: {fr: événement, en: event}, meaning: {fr: ce que la date marque, en: what the date marks}, choices: {start: {fr: début, en: start}, signed: {fr: signature, en: signature}, announced: {fr: annonce, en: announcement}, end: {fr: fin, en: end}}}
//   date: {type: date, label: {fr: date, en: date}, meaning: {fr: la date, en: the date}}
//   duration: {type: duration, unknown: none, label: {fr: durée, en: duration}, meaning: {fr: "la durée d'où elle vient, s'il y en a une", en: "the duration it comes from, where there is one"}}
// empty:
//   fr: toutes les dates sont déclarées
//   en: all dates are stated
MATCH (g:Agreement)
WHERE $actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) }
UNWIND [{event: 'start', value: g.startsOn, basis: g.startsOnBasis, states: 'startsOn'},
        {event: 'signed', value: g.signedOn, basis: g.signedOnBasis, states: 'signedOn'},
        {event: 'announced', value: g.announcedOn, basis: g.announcedOnBasis, states: 'announcedOn'},
        {event: 'end', value: g.endsOn, basis: g.endsOnBasis, states: 'endsOn'}] AS fact
WITH g, fact
WHERE fact.value IS NOT NULL AND fact.basis <> 'stated'
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, fact.event AS event, {value: fact.value, basis: fact.basis} AS date, g.duration AS duration,
       g.tier AS tier, [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence) WHERE e.statedPredicate IN [fact.states, 'duration'] | e.uri] AS evidence
ORDER BY fact.value, agreement.uri, event

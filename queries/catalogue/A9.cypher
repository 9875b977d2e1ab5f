// id: A9
// group: actor
// answer: table
// wording:
//   fr: Quels chiffres ces documents donnent-ils[ sur {actor}] ?
//   en: Which figures do these documents give[ about {actor}]?
// description:
//   fr: "Chiffre d'affaires, budget, effectifs : ce sont des nombres sur un acteur, jamais la valeur d'un accord. L'année est celle du chiffre."
//   en: "Turnover, budget, staff: these are numbers about an actor, never the value of a deal. The year is that of the figure."
// phrasings:
//   fr:
//     - Quel est le chiffre d'affaires de {actor} ?
//     - Quel est le budget de {actor} ?
//     - Combien de salariés a {actor} ?
//     - Quelle est la taille de {actor} ?
//     - Fiche de {actor}
//     - Chiffres clés de {actor}
//     - Combien {actor} emploie-t-il de personnes ?
//     - Effectif de {actor}
//     - "{actor} en chiffres"
//     - Combien de personnes travaillent chez {actor} ?
//   en:
//     - What is the turnover of {actor}?
//     - What is the budget of {actor}?
//     - How many employees does {actor} have?
//     - How big is {actor}?
//     - Which figures are in the sources and what do they measure?
//     - Fact sheet of {actor}
//     - Key figures of {actor}
//     - Staff and revenue of {actor}
//     - How many people does {actor} employ?
//     - "{actor} in numbers"
//     - How many people work at {actor}?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Servier, suggests: Organization}
// columns:
//   actor: {type: thing, label: {fr: acteur, en: actor}, meaning: {fr: l'acteur que le chiffre mesure, en: the actor that the figure measures}}
//   measure: {type: text, label: {fr: mesure, en: measure}, meaning: {fr: ce que le chiffre mesure, en: what the figure measures}}
//   value: {type: decimal, label: {fr: valeur, en: value}, meaning: {fr: les chiffres du texte, en: the digits of the text}}
//   unit: {type: text, label: {fr: unité, en: unit}, meaning: {fr: l'unité, en: the unit}}
//   year: {type: date, label: {fr: année, en: year}, meaning: {fr: l'année du chiffre, en: the year of the figure}}
// empty:
//   fr: les chiffres (chiffre d'affaires, budget, effectifs) ne sont pas encore lus dans les documents ; cela ne veut pas dire qu'ils n'en donnent pas
//   en: figures (turnover, budget, staff) are not read from documents yet; that does not mean that they give none
MATCH (f:Figure)-[:FIGURE_OF]->(a:Actor)
WHERE $actor IS NULL OR a.uri = $actor
RETURN a{.uri, .name, .label_fr, .label_en} AS actor, f.measure AS measure, f.value AS value, f.unit AS unit, {value: f.year, basis: 'stated'} AS year,
       [(f)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS evidence
ORDER BY actor.uri, measure, f.year, f.uri

// id: A11
// group: actor
// answer: table
// wording:
//   fr: Qui exerce quelle fonction chez {actor}, et à quelle date ?
//   en: Who holds which role at {actor}, and as of when?
// description:
//   fr: "Les personnes dans leurs fonctions publiques, chacune à la date du document qui la nomme : une fonction imprimée n'est pas forcément actuelle."
//   en: "People in their public functions, each at the date of the document that names it: a printed function is not necessarily current."
// phrasings:
//   fr:
//     - Qui dirige {actor} ?
//     - Qui est le président de {actor} ?
//     - Qui est le directeur général de {actor} ?
//     - Quels sont les dirigeants de {actor} ?
//     - Quelles personnes travaillent chez {actor} ?
//     - Quelle est la fonction de chacun chez {actor} ?
//     - Qui fait quoi chez {actor} ?
//     - Qui occupe quel poste chez {actor} ?
//     - Dirigeants de {actor}
//     - Qui est à la tête de {actor} ?
//   en:
//     - Who is the CEO of {actor}?
//     - Who runs {actor}?
//     - Who is the president of {actor}?
//     - Who are the executives of {actor}?
//     - Which people have a role at {actor}?
//     - Who is the director of {actor}?
//     - Who does what at {actor}?
//     - Leaders of {actor}
//     - Who holds which position at {actor}?
//     - Who is the head of {actor}?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, required: true, example: Gustave Roussy, suggests: Organization}
// columns:
//   person: {type: thing, label: {fr: personne, en: person}, meaning: {fr: la personne, en: the person}}
//   title: {type: text, label: {fr: fonction, en: title}, meaning: {fr: sa fonction telle qu'imprimée, en: the function as printed}}
//   organisation: {type: thing, label: {fr: organisation, en: organisation}, meaning: {fr: l'acteur ou une de ses composantes, en: the actor or a part of it}}
//   as_of: {type: date, label: {fr: à la date du, en: as of}, meaning: {fr: la date du document, en: the date of the document}}
// empty:
//   fr: aucune personne de cet acteur dans ces documents
//   en: no person of this actor in these documents
MATCH (a:Resource {uri: $actor})<-[:PART_OF|SUBSIDIARY_OF*0..3]-(o:Actor)
WITH DISTINCT o
MATCH (o)<-[:ROLE_AT]-(role:Role)-[:HELD_BY]->(p:Person)
RETURN p{.uri, .name, .label_fr, .label_en} AS person, coalesce(CASE WHEN $lang = 'fr' THEN role.roleTitle_fr ELSE role.roleTitle_en END, role.roleTitle_fr, role.roleTitle_en) AS title, o{.uri, .name, .label_fr, .label_en} AS organisation, {value: role.roleAsOf, basis: 'stated'} AS as_of,
       [(role)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS evidence
ORDER BY coalesce(role.roleAsOf, '9999'), person.uri, title

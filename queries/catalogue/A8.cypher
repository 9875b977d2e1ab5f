// id: A8
// group: actor
// answer: table
// wording:
//   fr: Quelles personnes relient deux organisations ?
//   en: Which person ties two organisations together?
// description:
//   fr: Les personnes qui ont une fonction dans deux organisations dont l'une n'est pas une partie de l'autre. La fonction d'une personne n'est pas un accord entre ses employeurs.
//   en: People who hold a function at two organisations of which neither is a part of the other. A person's function is no agreement between the employers.
// phrasings:
//   fr:
//     - Qui a une fonction dans deux organisations ?
//     - Quelles personnes ont un poste à la fois chez {actor} et ailleurs ?
//     - Qui fait le lien entre {actor} et {other} à titre personnel, quelle personne ?
//     - Personnes ayant une double casquette
//     - Quelqu'un a-t-il un rôle à la fois chez {actor} et chez {other} ?
//     - Quelle personne relie {actor} et {other} ?
//   en:
//     - Who holds roles at two organisations?
//     - Which people have a role at both {actor} and {other}?
//     - Which person connects {actor} to another organisation?
//     - People with a role in two organisations
//     - Is there a person who has a position both at {actor} and at {other}?
//     - Who links {actor} and {other} as a person?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Gustave Roussy, suggests: Organization}
//   other: {type: actor, label: {fr: une autre partie, en: another party}, example: Owkin, suggests: Organization}
// columns:
//   person: {type: thing, label: {fr: personne, en: person}, meaning: {fr: la personne, en: the person}}
//   first: {type: thing, label: {fr: première organisation, en: first organisation}, meaning: {fr: l'une des deux, en: one of the two}}
//   first_titles: {type: text, label: {fr: fonctions dans la première, en: functions at the first}, meaning: {fr: telles qu'imprimées, en: as printed}}
//   second: {type: thing, label: {fr: seconde organisation, en: second organisation}, meaning: {fr: l'autre, en: the other}}
//   second_titles: {type: text, label: {fr: fonctions dans la seconde, en: functions at the second}, meaning: {fr: telles qu'imprimées, en: as printed}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (o1:Actor)<-[:ROLE_AT]-(r1:Role)-[:HELD_BY]->(p:Person)<-[:HELD_BY]-(r2:Role)-[:ROLE_AT]->(o2:Actor)
WHERE o1.uri < o2.uri AND ($actor IS NULL OR $actor IN [o1.uri, o2.uri]) AND ($other IS NULL OR $other IN [o1.uri, o2.uri])
  AND NOT EXISTS { MATCH (o1)-[:PART_OF|SUBSIDIARY_OF*1..3]-(:Actor {uri: o2.uri}) }
WITH p, o1, o2, collect(DISTINCT r1) AS firsts, collect(DISTINCT r2) AS seconds
UNWIND firsts AS one
WITH p, o1, o2, firsts, seconds, coalesce(one.roleTitle_fr, one.roleTitle_en, one.name) AS title ORDER BY title
WITH p, o1, o2, firsts, seconds, collect(DISTINCT title) AS first_titles
UNWIND seconds AS one
WITH p, o1, o2, firsts, seconds, first_titles, coalesce(one.roleTitle_fr, one.roleTitle_en, one.name) AS title ORDER BY title
WITH p, o1, o2, firsts, seconds, first_titles, collect(DISTINCT title) AS second_titles
RETURN p{.uri, .name, .label_fr, .label_en} AS person, o1{.uri, .name, .label_fr, .label_en} AS first, first_titles, o2{.uri, .name, .label_fr, .label_en} AS second, second_titles,
       COLLECT { UNWIND firsts + seconds AS role MATCH (role)-[:SUPPORTED_BY]->(e:Evidence) RETURN DISTINCT e.uri } AS evidence
ORDER BY person.uri, first.uri, second.uri

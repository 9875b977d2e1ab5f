// id: A5
// group: actor
// answer: table
// wording:
//   fr: Qui fait partie de {actor}, et qui n'en est que l'allié ?
//   en: Who is part of {actor}, and who is only an ally?
// description:
//   fr: "Les composantes et membres d'un acteur d'un côté, ses alliés de l'autre : un allié n'est pas un membre."
//   en: "The parts and members of an actor on one side, its allies on the other: an ally is no member."
// phrasings:
//   fr:
//     - Quelles écoles font partie de {actor} ?
//     - Quels sont les membres de {actor} ?
//     - Qui compose {actor} ?
//     - De quoi {actor} est-il composé ?
//     - Quels établissements regroupe {actor} ?
//     - Qui est allié à {actor} ?
//     - Membres de {actor}
//     - Composition de {actor}
//     - Quels centres appartiennent à {actor} ?
//     - Qui est membre de {actor}, et qui n'est qu'un allié ?
//   en:
//     - Which schools are inside {actor}, and which is only an ally?
//     - What are the members of {actor}?
//     - Who belongs to {actor}?
//     - What is {actor} made of?
//     - Which institutions does {actor} bring together?
//     - Who is allied with {actor}?
//     - Members of {actor}
//     - Composition of {actor}
//     - Which centres belong to {actor}?
//     - What does {actor} consist of?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, required: true, example: Unicancer, suggests: Organization}
// columns:
//   member: {type: thing, label: {fr: acteur, en: actor}, meaning: {fr: la composante ou l'allié, en: the part or the ally}}
//   member_kind: {type: kind, label: {fr: type, en: type}, meaning: {fr: ce qu'il est, en: what it is}}
//   tie: {type: choice, label: {fr: lien, en: tie}, meaning: {fr: dedans ou à côté, en: inside or beside}, choices: {member: {fr: membre ou composante, en: member or part}, ally: {fr: allié seulement, en: ally only}}}
//   relation: {type: relation, label: {fr: relation, en: relation}, meaning: {fr: la relation que le texte énonce, en: the relation that the text states}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (a:Resource {uri: $actor})
CALL (a) {
  MATCH (a)<-[r:PART_OF|MEMBER_OF|SUBSIDIARY_OF]-(b:Actor)
  RETURN b, 'member' AS tie, type(r) AS relation
  UNION
  MATCH (a)-[r:ALLIED_WITH]-(b:Actor)
  RETURN b, 'ally' AS tie, type(r) AS relation
}
RETURN b{.uri, .name, .label_fr, .label_en} AS member, labels(b) AS member_kind, tie, relation,
       [(x:Evidence)-[:STATES_SUBJECT]->(b) WHERE EXISTS { MATCH (x)-[:STATES_OBJECT]->(a) }
          AND toLower(x.statedPredicate) = toLower(replace(relation, '_', '')) | x.uri]
       + [(x:Evidence)-[:STATES_OBJECT]->(b) WHERE EXISTS { MATCH (x)-[:STATES_SUBJECT]->(a) }
          AND toLower(x.statedPredicate) = toLower(replace(relation, '_', '')) | x.uri] AS evidence
ORDER BY tie DESC, member.uri, relation

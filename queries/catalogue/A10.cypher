// id: A10
// group: actor
// answer: table
// wording:
//   fr: Qui exerce la tutelle de {actor}, et à quels autres acteurs est-il rattaché ?
//   en: Who supervises {actor}, and which other actors is it tied to?
// description:
//   fr: "Les relations d'un acteur que le texte énonce en dehors des accords : tutelle, appartenance, filiation, fondation, alliance, dans les deux sens."
//   en: "The relations of an actor that the text states beside agreements: supervision, membership, ownership, founding, alliance, either way."
// phrasings:
//   fr:
//     - Sous quelle tutelle est {actor} ?
//     - Qui supervise {actor} ?
//     - À quoi {actor} est-il rattaché ?
//     - De qui {actor} est-il une filiale ou une tutelle ?
//     - Quels ministères ont la tutelle de {actor} ?
//     - De qui dépend {actor} ?
//     - Quelle autorité contrôle {actor}, et à qui est-il lié ?
//   en:
//     - Who oversees {actor}?
//     - Under whose supervision is {actor}?
//     - Which bodies supervise {actor}?
//     - Which ministry oversees {actor}?
//     - Supervisory authority of {actor}, and what else it is linked to
//     - Who has oversight of {actor}, and which bodies is it related to?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, required: true, example: Inserm, suggests: Organization}
// columns:
//   related: {type: thing, label: {fr: acteur lié, en: related actor}, meaning: {fr: l'autre acteur, en: the other actor}}
//   relation: {type: relation, label: {fr: relation, en: relation}, meaning: {fr: la relation, en: the relation}}
//   direction: {type: choice, label: {fr: sens, en: direction}, meaning: {fr: dans quel sens la relation se lit, en: which way the relation reads}, choices: {outward: {fr: de l'acteur demandé à l'autre, en: from the actor asked for to the other}, inward: {fr: de l'autre à l'acteur demandé, en: from the other to the actor asked for}}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (a:Resource {uri: $actor})-[r:SUPERVISED_BY|PART_OF|MEMBER_OF|SUBSIDIARY_OF|FOUNDER_OF|ALLIED_WITH]-(b:Actor)
WITH a, b, r, startNode(r).uri AS subject, endNode(r).uri AS object
RETURN b{.uri, .name, .label_fr, .label_en} AS related, type(r) AS relation, CASE WHEN subject = $actor THEN 'outward' ELSE 'inward' END AS direction,
       [(e:Evidence)-[:STATES_SUBJECT]->(s:Resource) WHERE s.uri = subject
          AND EXISTS { MATCH (e)-[:STATES_OBJECT]->(:Resource {uri: object}) }
          AND toLower(e.statedPredicate) = toLower(replace(type(r), '_', '')) | e.uri] AS evidence
ORDER BY relation DESC, direction DESC, related.uri

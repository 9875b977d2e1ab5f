// id: E1
// group: evidence
// answer: table
// wording:
//   fr: "Quelle phrase le dit : {thing} ?"
//   en: "Which sentence says so: {thing}?"
// description:
//   fr: Toutes les phrases sur lesquelles repose un accord, ou qui disent quelque chose d'un acteur, d'une personne, d'un domaine ; avec une autre partie, celles qui les lient. Les positions comptent en caractères Unicode dans le texte du document.
//   en: All sentences on which an agreement rests, or that say something of an actor, a person, an area; with another party, those that tie the two. Offsets count Unicode characters in the document's text.
// phrasings:
//   fr:
//     - Quelle phrase dit {thing} ?
//     - Sur quelles phrases repose {thing} ?
//     - Quelles sont les preuves de {thing} ?
//     - Montre les citations sur {thing}
//     - Où est-il écrit que {thing} ?
//     - Quelle est la source pour {thing} ?
//     - Quelle phrase dit que {thing} travaille avec {other} ?
//     - Quelle est la preuve du lien entre {thing} et {other} ?
//     - Que disent les textes de {thing} ?
//     - Quelle phrase mentionne {thing} ?
//     - Phrases qui parlent de {thing} et de {other}
//     - Extraits des textes sur {thing}
//     - Source de l'accord entre {thing} et {other}
//     - Quel document mentionne l'accord entre {thing} et {other} ?
//     - Quelle est la preuve que {thing} a signé un accord avec {other} ou investi dans {other} ?
//   en:
//     - Which sentence states {thing}?
//     - What is the evidence for {thing}?
//     - Show the quotes about {thing}
//     - What is the source of {thing}?
//     - Where does it say {thing}?
//     - On which sentences does {thing} rest?
//     - Which sentence says that {thing} works with {other}?
//     - What is the evidence for the agreement between {thing} and {other}?
//     - What do the texts say about {thing}?
//     - Which sentence mentions {thing}?
//     - Quotes that show the tie between {thing} and {other}
//     - Passages on {thing}
//     - Source of the agreement between {thing} and {other}
//     - In which document is the deal between {thing} and {other} mentioned?
//     - What is the proof that {thing} has signed with, invested in or funded {other}?
//     - Show the proof that {thing} sponsors {other}
// parameters:
//   thing: {type: thing, label: {fr: "accord, acteur, personne ou domaine", en: "agreement, actor, person or area"}, required: true, example: Servier}
//   other: {type: actor, label: {fr: une autre partie, en: another party}, example: Institut Curie, suggests: Organization}
// columns:
//   document: {type: thing, label: {fr: document, en: document}, meaning: {fr: le document, en: the document}}
//   sentence: {type: text, label: {fr: phrase, en: sentence}, meaning: {fr: les mots exacts, en: the exact words}}
//   states: {type: statements, label: {fr: dit, en: states}, meaning: {fr: "ce que la phrase établit : un accord, une fonction, ou un fait avec sa propriété et son objet", en: "what the sentence establishes: an agreement, a function, or a fact with its property and object"}}
//   start: {type: integer, label: {fr: début, en: start}, meaning: {fr: position du premier caractère, en: position of the first character}}
//   end: {type: integer, label: {fr: fin, en: end}, meaning: {fr: position après le dernier caractère, en: position after the last character}}
//   language: {type: text, label: {fr: langue, en: language}, meaning: {fr: langue du document, en: language of the document}}
//   section: {type: text, label: {fr: partie, en: section}, meaning: {fr: partie du document, en: part of the document}}
// empty:
//   fr: aucune phrase ne le dit dans ces documents
//   en: no sentence says so in these documents
MATCH (x:Resource {uri: $thing})
CALL (x) {
  MATCH (x)-[:SUPPORTED_BY]->(e:Evidence) WHERE $other IS NULL RETURN e
  UNION
  MATCH (x)<-[:STATES_SUBJECT|STATES_OBJECT]-(e:Evidence)
  WHERE $other IS NULL OR EXISTS { MATCH (e)-[:STATES_SUBJECT|STATES_OBJECT]->(:Actor {uri: $other}) } RETURN e
  UNION
  MATCH (x)<-[:HELD_BY|ROLE_AT|FIGURE_OF]-(:Resource)-[:SUPPORTED_BY]->(e:Evidence) WHERE $other IS NULL RETURN e
  UNION
  MATCH (x)<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)-[:SUPPORTED_BY]->(e:Evidence)
  WHERE $other IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $other}) } RETURN e
}
WITH DISTINCT e
MATCH (e)-[:QUOTED_FROM]->(d:Document)
RETURN d{.uri, .name, .label_fr, .label_en} AS document, coalesce(e.quote_fr, e.quote_en, e.quote) AS sentence,
       [(s:Resource)-[:SUPPORTED_BY]->(e) | s{.uri, .name, .label_fr, .label_en}]
       + COLLECT { MATCH (e)-[:STATES_SUBJECT]->(s:Resource) OPTIONAL MATCH (e)-[:STATES_OBJECT]->(o:Resource)
           RETURN s{.uri, .name, .label_fr, .label_en, property: e.statedPredicate, object: o{.uri, .name, .label_fr, .label_en},
             value: CASE e.statedPredicate WHEN 'startsOn' THEN s.startsOn WHEN 'signedOn' THEN s.signedOn WHEN 'announcedOn' THEN s.announcedOn
                      WHEN 'endsOn' THEN s.endsOn WHEN 'duration' THEN s.duration WHEN 'amount' THEN s.amount END} } AS states,
       e.quoteStart AS start, e.quoteEnd AS end, d.language AS language, e.section AS section, [e.uri] AS evidence
ORDER BY document.uri, start, end, e.uri

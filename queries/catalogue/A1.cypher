// id: A1
// group: actor
// answer: table
// wording:
//   fr: Avec qui {actor} travaille-t-il, sur quoi, depuis quand ?
//   en: Who does {actor} work with, on what, since when?
// description:
//   fr: Les partenaires d'un acteur, un par accord. Fonder ensemble une structure n'est pas compté comme travailler ensemble ; voir A4.
//   en: An actor's partners, one row for each agreement. Founding a body together is not counted as working together; see A4.
// phrasings:
//   fr:
//     - Avec qui {actor} travaille-t-il en {area} ?
//     - Quels sont les partenaires de {actor} ?
//     - Avec qui {actor} collabore-t-il ?
//     - Qui sont les collaborateurs industriels et académiques de {actor} ?
//     - Quels partenariats {actor} a-t-il noués ?
//     - Quels accords {actor} a-t-il signés ?
//     - "{actor} : partenaires"
//     - Partenaires de {actor} sur {area}
//     - Qui sont les alliés et partenaires de {actor} ?
//     - "{actor} est partenaire de qui ?"
//     - Avec quels organismes {actor} a-t-il un accord ?
//     - Collaborations de {actor} en {area}
//   en:
//     - Who are the partners of {actor}?
//     - Who does {actor} collaborate with in {area}?
//     - With whom does {actor} work?
//     - What partnerships does {actor} have?
//     - Which collaborations does {actor} have in {area}?
//     - List the agreements of {actor}
//     - Who works with {actor}?
//     - Whom has {actor} partnered with?
//     - "{actor} partners in {area}"
//     - Which organisations does {actor} have agreements with?
//     - Collaborators of {actor}
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, required: true, example: Servier, suggests: Organization}
//   area: {type: area, label: {fr: domaine, en: area}, suggests: TherapeuticArea, example: oncology}
// columns:
//   partner: {type: thing, label: {fr: partenaire, en: partner}, meaning: {fr: l'autre partie de l'accord, en: the other party of the agreement}}
//   partner_kind: {type: kind, label: {fr: type, en: type}, meaning: {fr: ce qu'est le partenaire, en: what the partner is}}
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord qui les lie, en: the agreement that ties them}}
//   kind: {type: kind, label: {fr: nature, en: kind}, meaning: {fr: la nature de l'accord telle que le texte la dit, en: the kind of agreement as the text says it}}
//   subject: {type: text, label: {fr: objet, en: subject}, meaning: {fr: l'objet de l'accord avec les mots du texte, en: what the agreement is about in the words of the text}}
//   areas: {type: things, unknown: not stated, label: {fr: domaines, en: areas}, meaning: {fr: les domaines que le texte rattache à l'accord ou à un de ses projets, en: the areas that the text ties to the agreement or to one of its projects}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
//   ends: {type: date, label: {fr: fin, en: end}, meaning: {fr: "fin déclarée ou calculée ; inconnue ne veut pas dire en cours", en: "end, stated or derived; unknown does not mean running"}}
// empty:
//   fr: aucun accord de cet acteur, sur ce domaine s'il y en a un, dans ces documents ; cela ne veut pas dire qu'il n'en a pas
//   en: no agreement of this actor, on this area if one was named, in these documents; that does not mean that it has none
MATCH (a:Resource {uri: $actor})<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(b:Actor)
WHERE b.uri <> a.uri AND NOT EXISTS { MATCH (g)-[:CREATES]->(:Actor) }
  AND ($area IS NULL OR EXISTS {
    MATCH (g)-[:HAS_PROJECT*0..1]->(:Resource)-[:CONCERNS]->(:TherapeuticArea)-[:BROADER*0..6]->(:TherapeuticArea {uri: $area}) })
WITH DISTINCT g, b
RETURN b{.uri, .name, .label_fr, .label_en} AS partner, labels(b) AS partner_kind, g{.uri, .name, .label_fr, .label_en} AS agreement, labels(g) AS kind,
       coalesce(CASE WHEN $lang = 'fr' THEN g.subject_fr ELSE g.subject_en END, g.subject_fr, g.subject_en) AS subject,
       [(g)-[:HAS_PROJECT*0..1]->(:Resource)-[:CONCERNS]->(t:TherapeuticArea) | t{.uri, .name, .label_fr, .label_en}] AS areas,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since,
       {value: g.endsOn, basis: g.endsOnBasis} AS ends, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri]
       + [(g)-[:HAS_PROJECT]->(:Project)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), b.uri, g.uri

// id: G1
// group: agreement
// answer: table
// wording:
//   fr: Quels sont les accords, avec leurs parties, dates et domaines ?
//   en: Which agreements are there, with parties, dates and areas?
// description:
//   fr: Tous les accords, ou ceux d'une nature, d'un domaine (les plus étroits compris), d'un acteur ; à une date donnée, ceux qui couraient ou ont pu courir (voir D1).
//   en: All agreements, or those of a kind, an area (narrower ones included), an actor; at a given date, those that ran or may have run (see D1).
// phrasings:
//   fr:
//     - Liste de tous les accords
//     - Montre tous les partenariats
//     - Quels accords de {kind} existent ?
//     - Quels accords impliquent {actor} ?
//     - Tous les accords de {actor} en {area}
//     - Quels accords existent en {area} ?
//     - Y a-t-il un accord de {kind} avec {actor} ?
//     - Quels accords existent entre {actor} et {other} ?
//     - "{actor} travaille-t-il avec {other} ?"
//     - "{actor} et {other} travaillent-ils ensemble, et depuis quand ?"
//     - Depuis quand {actor} et {other} collaborent-ils ?
//     - Y a-t-il un partenariat entre {actor} et {other} ?
//     - Quels accords étaient signés en {as_of} ?
//     - Quels accords lient {actor} et {other} ?
//     - Quels accords de {kind} {actor} a-t-il signés ?
//     - Accords de {actor} en vigueur en {as_of}
//     - Accords entre {actor} et {other}
//     - Quels contrats {actor} a-t-il passés avec {other} ?
//     - Accords de {kind} sur {area}
//     - Quand se termine l'accord entre {actor} et {other} ?
//     - Jusqu'à quand court l'accord de {actor} avec {other} ?
//     - Quelles {kind} ?
//     - "{kind} de {actor}"
//     - Depuis quand {actor} travaille-t-il avec {other} ?
//     - Qui est {kind} de {actor} ?
//     - À qui {actor} a-t-il accordé une {kind} ?
//   en:
//     - List all agreements with parties, type, dates, area
//     - Show all partnerships
//     - Which {kind} agreements exist?
//     - Which agreements involve {actor}?
//     - All deals of {actor} in {area}
//     - What agreements exist in {area}?
//     - Is there a {kind} with {actor}?
//     - What agreements exist between {actor} and {other}?
//     - Does {actor} work with {other}?
//     - Since when do {actor} and {other} work together?
//     - Do {actor} and {other} have a partnership?
//     - When did {actor} sign with {other}?
//     - Show the agreements as of {as_of}
//     - Which agreements tie {actor} and {other}?
//     - Which {kind} agreements has {actor} signed?
//     - Agreements of {actor} in force in {as_of}
//     - Deals between {actor} and {other}
//     - "{kind} agreements in {area}"
//     - When does the agreement between {actor} and {other} end?
//     - Until when does the {kind} of {actor} run?
//     - Which {kind}?
//     - "{kind} of {actor}"
//     - When did {actor} and {other} start to work together?
//     - Who did {actor} give a {kind} to?
//     - Which organisations have a {kind} with {actor}?
// parameters:
//   kind: {type: kind, label: {fr: nature, en: kind}, suggests: Agreement, example: Licence}
//   area: {type: area, label: {fr: domaine, en: area}, suggests: TherapeuticArea, example: oncology}
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Servier, suggests: Organization}
//   other: {type: actor, label: {fr: une autre partie, en: another party}, example: Gustave Roussy, suggests: Organization}
//   as_of: {type: date, label: {fr: à la date du, en: as of}, example: "2012-01-01"}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord qui les lie, en: the agreement that ties them}}
//   parties: {type: things, label: {fr: parties, en: parties}, meaning: {fr: "les parties, chacune avec son rôle", en: "the parties, each with its role"}}
//   kind: {type: kind, label: {fr: nature, en: kind}, meaning: {fr: la nature de l'accord, en: the kind of agreement}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
//   ends: {type: date, label: {fr: fin, en: end}, meaning: {fr: "fin déclarée ou calculée ; inconnue ne veut pas dire en cours", en: "end, stated or derived; unknown does not mean running"}}
//   duration: {type: duration, label: {fr: durée, en: duration}, meaning: {fr: la durée que le texte annonce, en: the duration that the text gives}}
//   areas: {type: things, unknown: not stated, label: {fr: domaines, en: areas}, meaning: {fr: les domaines que le texte rattache à l'accord ou à un de ses projets, en: the areas that the text ties to the agreement or to one of its projects}}
//   subject: {type: text, label: {fr: objet, en: subject}, meaning: {fr: l'objet avec les mots du texte, en: the subject in the words of the text}}
//   status: {type: choice, label: {fr: état, en: status}, meaning: {fr: conclu ou annoncé, en: concluded or planned}, choices: {planned: {fr: annoncé, en: planned}, concluded: {fr: conclu, en: concluded}}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)
WHERE ($kind IS NULL OR $kind IN labels(g))
  AND ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
  AND ($other IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $other}) })
  AND ($area IS NULL OR EXISTS {
    MATCH (g)-[:HAS_PROJECT*0..1]->(:Resource)-[:CONCERNS]->(:TherapeuticArea)-[:BROADER*0..6]->(:TherapeuticArea {uri: $area}) })
  AND ($as_of IS NULL OR (NOT coalesce(g.endsOn_max < $as_of_first, false)
    AND coalesce(g.startsOn_min, g.signedOn_min, g.announcedOn_min) <= $as_of_last))
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, [(g)-[r:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS parties,
       labels(g) AS kind,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since,
       {value: g.endsOn, basis: g.endsOnBasis} AS ends, g.duration AS duration,
       [(g)-[:HAS_PROJECT*0..1]->(:Resource)-[:CONCERNS]->(t:TherapeuticArea) | t{.uri, .name, .label_fr, .label_en}] AS areas,
       coalesce(CASE WHEN $lang = 'fr' THEN g.subject_fr ELSE g.subject_en END, g.subject_fr, g.subject_en) AS subject,
       g.status AS status, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri]
       + [(g)-[:HAS_PROJECT]->(:Project)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), g.uri

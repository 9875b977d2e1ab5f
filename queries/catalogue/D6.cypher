// id: D6
// group: time
// answer: table
// wording:
//   fr: "[{actor} est-il seulement annoncé, ou déjà créé|Quelles structures sont seulement annoncées, lesquelles déjà créées] ?"
//   en: "[Is {actor} only announced, or actually created|Which bodies are only announced, and which actually created]?"
// description:
//   fr: "Ce que les documents disent de la création d'une structure : projet annoncé, ou création conclue. L'absence de nouvelle n'est pas une preuve de création."
//   en: "What the documents say of the creation of a body: a plan announced, or a creation concluded. No news is no proof of creation."
// phrasings:
//   fr:
//     - "{actor} existe-t-il vraiment ou n'est-il qu'annoncé ?"
//     - La création de {actor} est-elle effective ou annoncée ?
//     - Quelles structures ont été annoncées et lesquelles créées ?
//     - "{actor} a-t-il vraiment été fondé ?"
//     - "{actor} a-t-il effectivement été créé ?"
//     - "{actor} : annoncé ou réellement créé ?"
//     - "{actor} a-t-il vu le jour ?"
//   en:
//     - Has {actor} been created or only announced?
//     - Does {actor} actually exist or was it only announced?
//     - Which bodies were announced and which were created?
//     - Was {actor} really founded?
//     - Was {actor} actually set up?
//     - "{actor}: announced or really created?"
//     - Does {actor} really exist?
// parameters:
//   actor: {type: actor, label: {fr: structure, en: body}, example: Paris Saclay Cancer Cluster, suggests: Cluster}
// columns:
//   body: {type: thing, label: {fr: structure, en: body}, meaning: {fr: la structure fondée, en: the body founded}}
//   status: {type: choice, label: {fr: état, en: status}, meaning: {fr: annoncée ou conclue, en: planned or concluded}, choices: {planned: {fr: annoncée, en: planned}, concluded: {fr: conclue, en: concluded}}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)-[:CREATES]->(c:Actor)
WHERE $actor IS NULL OR c.uri = $actor
RETURN c{.uri, .name, .label_fr, .label_en} AS body, g.status AS status,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g{.uri, .name, .label_fr, .label_en} AS agreement, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence)
          WHERE e.statedPredicate IN ['startsOn', 'signedOn', 'announcedOn', 'endsOn', 'duration'] | e.uri] AS evidence
ORDER BY body.uri, coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), g.uri

// id: E3
// group: evidence
// answer: table
// wording:
//   fr: Est-ce une partie elle-même qui le dit ?
//   en: Is it only a party itself that says so?
// description:
//   fr: Qui publie le document sur lequel repose un accord, et si c'est une de ses parties. Un communiqué est écrit par les parties ; une source indépendante vaut davantage.
//   en: Who publishes the document on which an agreement rests, and whether it is one of its parties. A press release is written by the parties; an independent source is worth more.
// phrasings:
//   fr:
//     - L'émetteur de l'accord de {actor} est-il une partie ?
//     - Y a-t-il une source indépendante pour l'accord entre {actor} et {other} ?
//     - Qui publie l'annonce, une partie elle-même ou un indépendant ?
//     - Quels accords ne sont annoncés que par les parties elles-mêmes ?
//     - Les sources sur {actor} sont-elles indépendantes ?
//     - Est-ce seulement l'entreprise qui le dit ?
//     - Quelles informations ne viennent que des parties ?
//     - Qu'est-ce qui vient uniquement des parties ?
//   en:
//     - Is it only the company saying it, for {actor}?
//     - Is there an independent source for the agreement between {actor} and {other}?
//     - Is the issuer itself a party?
//     - Which agreements are self-reported only?
//     - Are the sources on {actor} independent of the parties?
//     - Does anyone other than the parties report the agreement between {actor} and {other}?
//     - Is the publisher one of the parties?
//     - Which information comes only from the parties?
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Sanofi, suggests: Organization}
//   other: {type: actor, label: {fr: une autre partie, en: another party}, example: Gustave Roussy, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   document: {type: thing, label: {fr: document, en: document}, meaning: {fr: le document, en: the document}}
//   issuer: {type: thing, label: {fr: émetteur, en: issuer}, meaning: {fr: celui qui publie, en: the one who publishes}}
//   standing: {type: choice, label: {fr: position, en: standing}, meaning: {fr: l'émetteur est-il une partie, en: whether the issuer is a party}, choices: {party: {fr: c'est une partie, en: it is a party}, independent: {fr: ce n'est pas une partie, en: it is no party}, unknown: {fr: l'émetteur n'est pas connu, en: the issuer is not known}}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)-[:SUPPORTED_BY]->(e:Evidence)-[:QUOTED_FROM]->(d:Document)
WHERE true
  AND ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
  AND ($other IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $other}) })
WITH g, d, collect(DISTINCT e.uri) AS evidence
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(i:Actor)
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, d{.uri, .name, .label_fr, .label_en} AS document, i{.uri, .name, .label_fr, .label_en} AS issuer,
       CASE WHEN i IS NULL THEN 'unknown'
            WHEN EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: i.uri}) } THEN 'party'
            ELSE 'independent' END AS standing, g.tier AS tier, evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), agreement.uri, document.uri, issuer.uri

// id: P1
// group: path
// answer: path
// wording:
//   fr: Comment {from_actor} est-il relié à {to_actor} ?
//   en: How is {from_actor} connected to {to_actor}?
// description:
//   fr: "Les chemins les plus courts entre deux acteurs, un lien par ligne. Seuls comptent les accords et les relations entre acteurs (partie de, membre de, fondateur de, filiale de, allié de) : un domaine, un document, un pays ou une personne n'est pas un lien. Six liens au plus."
//   en: "The shortest paths between two actors, one link for each row. Only agreements and relations between actors count (part of, member of, founder of, subsidiary of, allied with): an area, a document, a country or a person is no link. Six links at most."
// phrasings:
//   fr:
//     - Quel est le lien entre {from_actor} et {to_actor} ?
//     - Quel chemin relie {from_actor} à {to_actor} ?
//     - Existe-t-il un lien entre {from_actor} et {to_actor} ?
//     - Comment passe-t-on de {from_actor} à {to_actor} ?
//     - Par qui {from_actor} peut-il joindre {to_actor} ?
//     - Quelle relation entre {from_actor} et {to_actor} ?
//     - Lien entre {from_actor} et {to_actor}
//     - Par quels intermédiaires {from_actor} et {to_actor} sont-ils liés ?
//     - Chemin de {from_actor} à {to_actor} en au plus {links} liens
//     - Quel rapport entre {from_actor} et {to_actor} ?
//   en:
//     - What is the link between {from_actor} and {to_actor}?
//     - Which path connects {from_actor} to {to_actor}?
//     - Is there a connection between {from_actor} and {to_actor}?
//     - How do I get from {from_actor} to {to_actor}?
//     - How are {from_actor} and {to_actor} related?
//     - Through whom can {from_actor} reach {to_actor}?
//     - Connection between {from_actor} and {to_actor}
//     - Path from {from_actor} to {to_actor}
//     - How do I get from {from_actor} to {to_actor} in at most {links} links?
//     - Through which intermediaries are {from_actor} and {to_actor} linked?
//     - How far apart are {from_actor} and {to_actor}?
//     - How does {from_actor} relate to {to_actor}?
// parameters:
//   from_actor: {type: actor, label: {fr: de, en: from}, required: true, example: Servier, suggests: Organization}
//   to_actor: {type: actor, label: {fr: à, en: to}, required: true, example: Gustave Roussy, suggests: Organization}
//   links: {type: integer, label: {fr: liens au plus, en: links at most}, default: "6", example: "6"}
// columns:
//   path: {type: integer, label: {fr: chemin, en: path}, meaning: {fr: "numéro du chemin, quand plusieurs sont aussi courts", en: "number of the path, where several are equally short"}}
//   step: {type: integer, label: {fr: étape, en: step}, meaning: {fr: rang du lien sur le chemin, en: place of the link on the path}}
//   start: {type: thing, label: {fr: de, en: from}, meaning: {fr: l'acteur d'où part l'étape, en: the actor where the step starts}}
//   relation: {type: relation, label: {fr: relation, en: relation}, meaning: {fr: la relation, en: the relation}}
//   direction: {type: choice, label: {fr: sens, en: direction}, meaning: {fr: dans quel sens la relation se lit, en: which way the relation reads}, choices: {forward: {fr: de gauche à droite, en: left to right}, backward: {fr: de droite à gauche, en: right to left}}}
//   end: {type: thing, label: {fr: à, en: to}, meaning: {fr: l'acteur où elle mène, en: the actor where it leads}}
//   agreement: {type: thing, unknown: none, label: {fr: accord, en: agreement}, meaning: {fr: "l'accord qui fait le lien, s'il y en a un", en: "the agreement that makes the link, where there is one"}}
//   status: {type: choice, unknown: none, label: {fr: état, en: status}, meaning: {fr: accord ou fondation conclus ou seulement annoncés, en: whether an agreement or a founding is concluded or only planned}, choices: {planned: {fr: seulement annoncé, en: only planned}, concluded: {fr: conclu, en: concluded}}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début de l'accord, sinon signature, sinon annonce", en: "start of the agreement, else signature, else announcement"}}
// empty:
//   fr: aucun chemin de cette longueur dans ces documents
//   en: no path of this length in these documents
MATCH (a:Resource {uri: $from_actor}), (b:Resource {uri: $to_actor})
WHERE a.uri <> b.uri
MATCH p = allShortestPaths((a)-[:PARTNERS_WITH|SPONSORS|FUNDS|LICENSES_TO|INVESTS_IN|PART_OF|MEMBER_OF|FOUNDER_OF|SUBSIDIARY_OF|ALLIED_WITH*..6]-(b))
WHERE length(p) <= $links
WITH DISTINCT [n IN nodes(p) | n.uri] AS route
ORDER BY route LIMIT 10
WITH collect(route) AS routes
UNWIND range(0, size(routes) - 1) AS number
UNWIND range(0, size(routes[number]) - 2) AS place
MATCH (x:Resource {uri: routes[number][place]})-[r:PARTNERS_WITH|SPONSORS|FUNDS|LICENSES_TO|INVESTS_IN|PART_OF|MEMBER_OF|FOUNDER_OF|SUBSIDIARY_OF|ALLIED_WITH]-(y:Resource {uri: routes[number][place + 1]})
OPTIONAL MATCH (g:Resource {uri: r.agreement})
WITH number, place, x, r, y, g, startNode(r).uri AS subject, endNode(r).uri AS object,
     COLLECT { MATCH (:Actor {uri: endNode(r).uri})<-[:CREATES]-(f:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: startNode(r).uri}) RETURN f.status } AS founding
RETURN number + 1 AS path, place + 1 AS step, x{.uri, .name, .label_fr, .label_en} AS start, type(r) AS relation,
       CASE WHEN subject = x.uri THEN 'forward' ELSE 'backward' END AS direction, y{.uri, .name, .label_fr, .label_en} AS end,
       g{.uri, .name, .label_fr, .label_en} AS agreement,
       CASE WHEN g IS NOT NULL THEN g.status WHEN type(r) <> 'FOUNDER_OF' THEN null
            WHEN 'concluded' IN founding THEN 'concluded' WHEN 'planned' IN founding THEN 'planned' END AS status,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g.tier AS tier,
       CASE WHEN g IS NULL
            THEN [(e:Evidence)-[:STATES_SUBJECT]->(s:Resource) WHERE s.uri = subject
                    AND EXISTS { MATCH (e)-[:STATES_OBJECT]->(:Resource {uri: object}) }
                    AND toLower(e.statedPredicate) = toLower(replace(type(r), '_', '')) | e.uri]
            ELSE [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence)
          WHERE e.statedPredicate IN ['startsOn', 'signedOn', 'announcedOn', 'endsOn', 'duration'] | e.uri] END AS evidence
ORDER BY path, step, relation, agreement.uri

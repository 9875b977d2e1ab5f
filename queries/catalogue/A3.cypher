// id: A3
// group: actor
// answer: table
// wording:
//   fr: Quels acteurs publics ont au moins un partenaire industriel, directement ou par un cluster ?
//   en: Which public players have at least one industrial partner, directly or through a cluster?
// description:
//   fr: Acteurs publics (centres, hôpitaux, universités, écoles, organismes et unités de recherche, administrations) et leurs partenaires industriels. Par un cluster veut dire que tous deux l'ont fondé ou en sont membres.
//   en: Public players (centres, hospitals, universities, schools, research bodies and units, administrations) and their industrial partners. Through a cluster means that both founded it or are its members.
// phrasings:
//   fr:
//     - Quels acteurs publics travaillent avec l'industrie ?
//     - Qui dans la recherche publique a un partenaire industriel ?
//     - Liens entre public et industriels, directs ou via un cluster
//     - Quelles institutions publiques ont un partenaire de type {kind} ?
//     - Organismes publics ayant un partenaire industriel, en direct ou par un cluster
//     - Quels établissements publics sont liés à des entreprises ?
//   en:
//     - Which public institutions work with industry?
//     - Which public actors have a company as partner?
//     - Links between public research and industry, direct or via a cluster
//     - Which academic players have industrial partners of the kind {kind}?
//     - Public bodies with a partner in industry
//     - Which public organisations have ties with companies, directly or via a cluster?
// parameters:
//   kind: {type: kind, label: {fr: type de partenaire, en: kind of partner}, suggests: Company, default: Company}
//   through: {type: text, label: {fr: par un cluster, en: through a cluster}, default: "yes", values: ["yes", "no"]}
// columns:
//   public_actor: {type: thing, label: {fr: acteur public, en: public player}, meaning: {fr: l'acteur public, en: the public player}}
//   partner: {type: thing, label: {fr: partenaire industriel, en: industrial partner}, meaning: {fr: l'industriel, en: the company}}
//   how: {type: choice, label: {fr: lien, en: tie}, meaning: {fr: accord direct ou structure commune, en: direct agreement or common body}, choices: {direct: {fr: direct, en: direct}, through: {fr: par une structure, en: through a body}}}
//   status: {type: choice, label: {fr: état, en: status}, meaning: {fr: "accord conclu, ou structure créée ; ou seulement annoncés", en: "agreement concluded, or body created; or only planned"}, choices: {planned: {fr: seulement annoncé, en: only planned}, concluded: {fr: conclu, en: concluded}}}
//   by: {type: thing, label: {fr: par, en: by}, meaning: {fr: "l'accord, ou la structure commune", en: "the agreement, or the common body"}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (a:Actor)
WHERE any(l IN labels(a) WHERE l IN ['CancerCentre', 'Hospital', 'University', 'School', 'ResearchBody', 'ResearchUnit', 'PublicBody'])
CALL (a) {
  MATCH (a)<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(b:Actor)
  WHERE $kind IN labels(b) AND NOT EXISTS { MATCH (g)-[:CREATES]->(:Actor) }
  RETURN DISTINCT b, 'direct' AS how, g AS by, g.status AS status, g.tier AS tier, [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS evidence
  UNION ALL
  MATCH (a)-[:FOUNDER_OF|MEMBER_OF]->(c:Actor)<-[:FOUNDER_OF|MEMBER_OF]-(b:Actor)
  WHERE $through = 'yes' AND $kind IN labels(b) AND (c:Cluster OR c:Network)
  RETURN DISTINCT b, 'through' AS how, c AS by,
         CASE WHEN EXISTS { MATCH (c)<-[:CREATES]-(f:Agreement) WHERE f.status = 'concluded' } THEN 'concluded'
              WHEN EXISTS { MATCH (c)<-[:CREATES]-(f:Agreement) WHERE f.status = 'planned' } THEN 'planned' END AS status, null AS tier,
         [(x:Evidence)-[:STATES_OBJECT]->(c) WHERE x.statedPredicate IN ['founderOf', 'memberOf']
            AND (EXISTS { MATCH (x)-[:STATES_SUBJECT]->(a) } OR EXISTS { MATCH (x)-[:STATES_SUBJECT]->(b) }) | x.uri] AS evidence
}
RETURN a{.uri, .name, .label_fr, .label_en} AS public_actor, b{.uri, .name, .label_fr, .label_en} AS partner, how, status, by{.uri, .name, .label_fr, .label_en} AS by, tier, evidence
ORDER BY public_actor.uri, how, partner.uri, by.uri

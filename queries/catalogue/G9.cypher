// id: G9
// group: agreement
// answer: table
// wording:
//   fr: Quels accords lient du public et du privé, et qui est le côté public ?
//   en: Which agreements tie public and private players, and who is the public side?
// description:
//   fr: Les accords qui ont au moins une partie publique (centre, hôpital, université, école, recherche, administration) et une entreprise.
//   en: The agreements with at least one public party (centre, hospital, university, school, research, administration) and one company.
// phrasings:
//   fr:
//     - Quels sont les partenariats public-privé ?
//     - Quels accords entre public et entreprises ?
//     - Accords public-privé de {actor}
//     - Quels accords unissent un acteur public et une entreprise privée ?
//     - PPP de {actor}
//     - Accords entre un organisme public et un acteur privé, avec le côté public
//   en:
//     - Which agreements are public-private?
//     - Public-private partnerships only, and who is the public side?
//     - Public private agreements of {actor}
//     - Which agreements bring together a public body and a private company?
//     - PPP of {actor}
//     - Deals between the public sector and private companies
// parameters:
//   actor: {type: actor, label: {fr: acteur, en: actor}, example: Inserm, suggests: Organization}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   kind: {type: kind, label: {fr: nature, en: kind}, meaning: {fr: la nature de l'accord telle que le texte la dit, en: the kind of agreement as the text says it}}
//   public_parties: {type: things, label: {fr: côté public, en: public side}, meaning: {fr: les parties publiques, en: the public parties}}
//   private_parties: {type: things, label: {fr: côté privé, en: private side}, meaning: {fr: les entreprises, en: the companies}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)
WHERE $actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) }
WITH g, [(g)-[r:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(p:Actor) WHERE any(l IN labels(p) WHERE l IN ['CancerCentre', 'Hospital', 'University', 'School', 'ResearchBody', 'ResearchUnit', 'PublicBody']) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS public_parties,
     [(g)-[r:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(p:Company) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS private_parties
WHERE size(public_parties) > 0 AND size(private_parties) > 0
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, labels(g) AS kind, public_parties, private_parties,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence)
          WHERE e.statedPredicate IN ['startsOn', 'signedOn', 'announcedOn', 'endsOn', 'duration'] | e.uri] AS evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), agreement.uri

// Agreements after a cursor, in the order of their IRIs.
MATCH (g:Agreement)
WHERE g.uri > $after AND ($kind IS NULL OR $kind IN labels(g))
  AND ($actor IS NULL OR EXISTS { MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(:Actor {uri: $actor}) })
  AND ($area IS NULL OR EXISTS { MATCH (g)-[:CONCERNS]->(:TherapeuticArea)-[:BROADER*0..6]->(:TherapeuticArea {uri: $area}) })
WITH g ORDER BY g.uri LIMIT $limit
RETURN g{.uri, .name, .label_fr, .label_en} AS thing, labels(g) AS kind,
       [(g)-[r:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS parties,
       {value: g.signedOn, basis: g.signedOnBasis} AS signed,
       {value: g.announcedOn, basis: g.announcedOnBasis} AS announced,
       {value: g.startsOn, basis: g.startsOnBasis} AS starts, {value: g.endsOn, basis: g.endsOnBasis} AS ends,
       g.duration AS duration, g.status AS status, g.tier AS tier,
       [(g)-[:CONCERNS]->(area:TherapeuticArea) | area{.uri, .name, .label_fr, .label_en}] AS areas
ORDER BY thing.uri

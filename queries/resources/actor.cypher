// One actor, with how many relationships of each type it has.
MATCH (n:Resource {uri: $uri})
WHERE n:Actor
RETURN n{.uri, .name, .label_fr, .label_en} AS thing, labels(n) AS kind,
       coalesce(n.altLabel_fr, []) + coalesce(n.altLabel_en, []) + coalesce(n.altLabel, []) AS aliases,
       n.city AS city, n.country AS country, n.siren AS siren, n.homepage AS homepage, n.sameAs AS same_as,
       n.resolution AS resolution,
       COUNT { MATCH (n)<-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement) RETURN DISTINCT g.uri } AS agreements,
       [(d:Document)-[:MENTIONS]->(n) | d{.uri, .name, .label_fr, .label_en}] AS documents

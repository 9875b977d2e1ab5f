// Documents after a cursor, in the order of their IRIs.
MATCH (d:Document)
WHERE d.uri > $after AND d.sha256 IS NOT NULL
WITH d ORDER BY d.uri LIMIT $limit
RETURN d{.uri, .name, .label_fr, .label_en} AS thing, d.language AS language, d.fileName AS file, d.sha256 AS sha256,
       {value: d.issued, basis: d.issuedBasis} AS issued,
       [(d)-[:PUBLISHED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en}] AS publishers, d.source AS source
ORDER BY thing.uri

// Actors after a cursor, in the order of their IRIs.
MATCH (n:Actor)
WHERE n.uri > $after AND ($kind IS NULL OR $kind IN labels(n))
WITH n ORDER BY n.uri LIMIT $limit
RETURN n{.uri, .name, .label_fr, .label_en} AS thing, labels(n) AS kind, n.city AS city, n.country AS country,
       n.resolution AS resolution
ORDER BY thing.uri

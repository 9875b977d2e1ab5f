// Areas after a cursor, in the order of their IRIs, with how many agreements name each one itself.
MATCH (n:TherapeuticArea)
WHERE n.uri > $after
WITH n ORDER BY n.uri LIMIT $limit
RETURN n{.uri, .name, .label_fr, .label_en} AS thing, [(n)-[:BROADER]->(b:TherapeuticArea) | b{.uri, .name, .label_fr, .label_en}] AS broader,
       COUNT { (n)<-[:CONCERNS]-(:Agreement) } AS agreements
ORDER BY thing.uri

// New relationships of one type.
UNWIND $rows AS row
MATCH (start:Resource {uri: row.start})
MATCH (end:Resource {uri: row.end})
CREATE (start)-[link:__TYPE__]->(end)
SET link = row.properties

// All properties of some relationships of one type, replaced.
UNWIND $rows AS row
MATCH (start:Resource {uri: row.start})-[link:__TYPE__]->(end:Resource {uri: row.end})
WHERE coalesce(link.agreement, link.role, '') = row.via
SET link = row.properties

// Some relationships of one type.
UNWIND $rows AS row
MATCH (start:Resource {uri: row.start})-[link:__TYPE__]->(end:Resource {uri: row.end})
WHERE coalesce(link.agreement, link.role, '') = row.via
DELETE link

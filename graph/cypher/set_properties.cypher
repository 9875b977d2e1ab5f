// All properties of some nodes, replaced.
UNWIND $rows AS row
MATCH (node:Resource {uri: row.uri})
SET node = row.properties

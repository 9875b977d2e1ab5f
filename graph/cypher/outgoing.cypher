// All relationships that start from some nodes.
UNWIND $uris AS uri
MATCH (node:Resource {uri: uri})-[link]->(end:Resource)
RETURN uri AS start, type(link) AS type, end.uri AS end, properties(link) AS properties

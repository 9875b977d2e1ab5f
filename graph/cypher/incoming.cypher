// All relationships that end in some nodes.
UNWIND $uris AS uri
MATCH (node:Resource {uri: uri})<-[link]-(start:Resource)
RETURN start.uri AS start, type(link) AS type, uri AS end, properties(link) AS properties

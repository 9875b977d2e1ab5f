// Some nodes as they are.
UNWIND $uris AS uri
MATCH (node:Resource {uri: uri})
RETURN uri, labels(node) AS labels, properties(node) AS properties

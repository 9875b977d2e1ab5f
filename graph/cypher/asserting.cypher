// Which of some nodes assert something.
UNWIND $uris AS uri
MATCH (node:Resource {uri: uri})
WHERE EXISTS { (node)-[:ASSERTS]->(:Resource) }
RETURN node.uri AS uri

// Which of some nodes exist.
UNWIND $uris AS uri
MATCH (node:Resource {uri: uri})
RETURN node.uri AS uri

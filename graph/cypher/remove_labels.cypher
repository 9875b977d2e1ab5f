// Fewer labels for some nodes.
UNWIND $uris AS uri
MATCH (node:Resource {uri: uri})
REMOVE node:__LABELS__

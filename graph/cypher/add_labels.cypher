// More labels for some nodes.
UNWIND $uris AS uri
MATCH (node:Resource {uri: uri})
SET node:__LABELS__

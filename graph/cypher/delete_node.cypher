// A node with all its relationships.
MATCH (node:Resource {uri: $uri})
DETACH DELETE node

// The key of every node.
MATCH (node:Resource)
WHERE node.uri IS NOT NULL
RETURN node.uri AS uri

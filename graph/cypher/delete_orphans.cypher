// Those of some nodes that nothing is tied to.
UNWIND $uris AS uri
MATCH (node:Resource {uri: uri})
WHERE NOT (node)--()
DELETE node
RETURN uri

// The labels of some things.
UNWIND $uris AS uri
MATCH (thing:Resource {uri: uri})
RETURN thing.uri AS uri, labels(thing) AS labels

// What the database holds of each document that was read: enough to see that a file has not changed.
MATCH (document:Document)
WHERE document.sha256 IS NOT NULL
RETURN document.uri AS iri, document.sha256 AS sha256, document.extractor AS extractor, document.fileName AS file

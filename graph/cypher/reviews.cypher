// What waits for a person's decision, of all loaded documents.
MATCH (load:_Load)
WHERE load.retractedAt IS NULL AND load.review IS NOT NULL
RETURN load.document AS document, load.review AS review
ORDER BY document

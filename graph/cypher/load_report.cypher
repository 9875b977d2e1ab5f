// What the gate said of a loaded document.
MATCH (load:_Load {document: $document})
WHERE load.retractedAt IS NULL AND load.report IS NOT NULL
RETURN load.report AS report

// All documents that are loaded.
MATCH (load:_Load)
WHERE load.retractedAt IS NULL
RETURN load.document AS document, load.sha256 AS sha256, load.statements AS statements, load.loadedAt AS loadedAt,
  load.issued AS issued
ORDER BY document

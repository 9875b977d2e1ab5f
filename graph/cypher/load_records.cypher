// The load records of some documents.
UNWIND $documents AS document
MATCH (load:_Load {document: document})
RETURN load.document AS document, load.sha256 AS sha256, load.statements AS statements, load.loadedAt AS loadedAt,
  load.issued AS issued, load.retractedAt AS retractedAt

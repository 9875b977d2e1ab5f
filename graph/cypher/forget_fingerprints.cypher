// Marks the records of documents whose statements are damaged, so that loading them again is not skipped.
UNWIND $documents AS document
MATCH (load:_Load {document: document})
SET load.sha256 = ''

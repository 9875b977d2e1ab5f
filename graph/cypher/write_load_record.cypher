// What is known of the last load of a document.
MERGE (load:_Load {document: $document})
SET load = $properties

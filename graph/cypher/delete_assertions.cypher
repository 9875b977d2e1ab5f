// What a document asserts about some subjects. One look at the document's relationships, however many go.
MATCH (document:Resource {uri: $document})-[asserts:ASSERTS]->(subject:Resource)
WHERE subject.uri IN $subjects
DELETE asserts

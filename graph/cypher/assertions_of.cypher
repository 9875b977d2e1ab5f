// All that some documents assert.
UNWIND $documents AS uri
MATCH (document:Resource {uri: uri})-[asserts:ASSERTS]->(subject:Resource)
RETURN uri AS document, subject.uri AS subject, asserts.po AS po

// Who asserts what about some subjects.
UNWIND $subjects AS uri
MATCH (subject:Resource {uri: uri})<-[asserts:ASSERTS]-(document:Resource)
RETURN uri AS subject, document.uri AS document, asserts.po AS po

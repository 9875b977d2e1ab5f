// All names by which a thing can be found. No condition on the document: a name is a name, whoever wrote it.
MATCH (n:Resource)
WHERE n:Actor OR n:Agreement OR n:TherapeuticArea OR n:Document
RETURN n.uri AS uri, labels(n) AS labels, n.label_fr AS label_fr, n.label_en AS label_en,
       [n.name, n.label_fr, n.label_en, n.label, n.altLabel_fr, n.altLabel_en, n.altLabel, n.title_fr, n.title_en,
        n.title, n.fileName] AS names
ORDER BY uri

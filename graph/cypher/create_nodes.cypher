// New nodes of one set of labels.
UNWIND $rows AS row
CREATE (node:__LABELS__)
SET node = row.properties

// Whether the database holds anything but our own bookkeeping.
MATCH (node)
WHERE NOT node:_Lock AND NOT node:_Load
RETURN labels(node) AS labels
LIMIT 1

// Changes with each load, replacement and retraction.
OPTIONAL MATCH (l:_Lock)
RETURN sum(coalesce(l.n, 0)) AS version

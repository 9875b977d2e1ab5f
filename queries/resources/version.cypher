// How many times something was loaded, replaced or retracted.
OPTIONAL MATCH (lock:_Lock {name: 'load'})
RETURN coalesce(lock.turn, 0) AS version

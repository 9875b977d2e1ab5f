// How many writing transactions have been committed.
MATCH (lock:_Lock {name: 'load'})
RETURN lock.turn AS turn

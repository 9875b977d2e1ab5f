"""How fast the gate is: against plain pyshacl on the whole graph, and for one changed document."""

"""What may be said: the ontology, its vocabulary, and the gate in front of the graph."""

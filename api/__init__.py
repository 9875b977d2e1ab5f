"""How people reach the graph: HTTP, explorer page, command line."""

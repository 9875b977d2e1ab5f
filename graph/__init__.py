"""Where the graph is kept: ledger, projection, engines, export."""

"""The command line: `oncograph`."""

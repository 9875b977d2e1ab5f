"""Measurements of the program; each folder is one command, `python -m benchmarks.<name>`."""

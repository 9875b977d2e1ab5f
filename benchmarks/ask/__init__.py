"""How well `/ask` understands sentences that were written apart from its rules."""

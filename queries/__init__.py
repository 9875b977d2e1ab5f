"""What may be asked: the catalogue of questions, its runner, and plain-language asking."""

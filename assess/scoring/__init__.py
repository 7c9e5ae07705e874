"""Answers in, scorecard out: pure functions without clock, randomness or environment."""

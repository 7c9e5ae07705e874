"""Answers to and from other tools."""

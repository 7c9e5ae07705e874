"""Assess the maturity of a service culture: YAML questionnaires in, an improvement report out."""

__version__ = "0.1.0"

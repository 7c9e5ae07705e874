"""Results as documents that people read: scorecard in, text out."""

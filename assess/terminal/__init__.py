"""Results and questions on the screen: the only place that knows rich."""

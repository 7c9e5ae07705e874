"""Sample reports of every kind: built from `samples.yaml` through the doors that users use."""

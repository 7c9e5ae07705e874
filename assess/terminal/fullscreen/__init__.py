"""The interview on the full screen: the same conversation and the same words as line by line."""

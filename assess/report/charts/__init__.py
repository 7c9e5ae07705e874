"""Charts as pure geometry: numbers in, coordinates out, no markup."""

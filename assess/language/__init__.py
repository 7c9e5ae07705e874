"""What the program says, in five languages: below everything else, so that everything can speak."""

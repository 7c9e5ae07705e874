"""The words of the domain: frozen, validated, and ignorant of files and screens."""

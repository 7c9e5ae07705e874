"""The report as a Word document: its template, and what is written into it."""

"""The report as an Excel file: one module a sheet."""

"""The report as slides: layout that is counted out beforehand, and what puts it into PowerPoint.

Everything is measured in points; a slide of 16:9 is 960 by 540 of them.
"""

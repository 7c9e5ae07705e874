"""What `write_word_template.py` puts together: the styles, and the text section by section."""

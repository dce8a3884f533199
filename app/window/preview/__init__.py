"""The preview sheet: what a batch that waits is going to write, line by line, before anything is written."""

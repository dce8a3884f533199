"""The first page of the first start: three samples to try, three promises, and the way to one's own files."""

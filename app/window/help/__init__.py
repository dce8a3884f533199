"""Help: pages in `resources/help`, shown in the window."""

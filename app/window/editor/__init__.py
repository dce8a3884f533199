"""Recipes: the page that lists them and the page that changes one, with a preview that follows."""

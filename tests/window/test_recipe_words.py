"""The one line that tells what a picture recipe does."""

import json
from pathlib import Path

import pytest

from app.window.recipes import summary

FOLDER = Path(__file__).parents[2] / "resources" / "recipes"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("1-web-photos", "Long edge 1600 px, JPEG 82, plus a thumbnail. Location removed."),
        ("2-thumbnails", "320 × 320 px, WebP 80. No metadata."),
        ("3-convert-to-jpeg", "JPEG 90. Location removed."),
        ("3a-email-photos", "Long edge 2000 px, JPEG, at most 500 kB. Location removed."),
        ("3b-remove-metadata", "Pixels as they are. No metadata."),
        ("3c-product-photos", "1600 × 1600 px, padded 1:1, JPEG 88. Location removed."),
        ("3d-watermark", "Watermark. Location removed."),
        ("3e-archive-webp", "WebP without loss. All metadata kept."),
        ("3f-contact-sheet", "All pictures on one sheet, 5 in a row, JPEG 90."),
        ("3g-photos-to-pdf", "All pictures in one PDF."),
    ],
)
def test_shipped_picture_recipes(file: str, words: str) -> None:
    assert summary(json.loads((FOLDER / f"{file}.json").read_text("utf-8"))) == words

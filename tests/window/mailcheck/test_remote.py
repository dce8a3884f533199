"""What of an HTML message would be loaded from the internet."""

import pytest

from app.window.mailcheck.remote import loads_from_afar


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://x.example/a.png">',
        "<IMG SRC=http://x.example/a.png>",
        '<img srcset="//x.example/a.png 2x">',
        '<link rel="stylesheet" href="https://x.example/a.css">',
        '<table background="http://x.example/a.png"><tr><td>',
        "<p style=\"background: url( 'https://x.example/a.png')\">",
        "<style>@import 'http://x.example/a.css';</style>",
        "<style>p { background: url(//x.example/a.png) }</style>",
        "<p>cut off <img src='https://x.example/a.png'>",
    ],
)
def test_it_would_be_loaded(html: str) -> None:
    assert loads_from_afar(html)


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>https://x.example/a.png and url(https://x.example)</p>",
        '<a href="https://x.example">Order</a>',
        '<img src="cid:logo">',
        '<img src="data:image/png;base64,AAAA">',
        "<style>p { color: red }</style><p>@import 'http://x.example'</p>",
        '<p title="https://x.example">',
        "<img src>",
    ],
)
def test_nothing_of_it_comes_from_afar(html: str) -> None:
    assert not loads_from_afar(html)

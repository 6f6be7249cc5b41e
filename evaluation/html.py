"""The few pieces of HTML the report is made of; every word from outside is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape

from evaluation.finding import Colour

SHAPES: dict[Colour, str] = {"red": "■", "amber": "▲", "green": "●", "grey": "○"}


def verdict(colour: Colour) -> str:
    """Return a verdict as shape and word, so that it does not hang on colour."""
    shape = f'<span aria-hidden="true">{SHAPES[colour]}</span>'
    return f'<span class="verdict {colour}">{shape} {colour}</span>'


def number(value: float | None, places: int = 3) -> str:
    """Return a figure, or say that there is none."""
    return "not measured" if value is None else f"{value:.{places}f}"


def table(caption: str, heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return a table with a caption; cells are HTML already, the first of a line is its head."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in lines
    )
    return (
        f'<div class="wide"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def section(title: str, *body: str) -> str:
    """Return a part of the page under its own heading."""
    return f"<section><h2>{escape(title)}</h2>{''.join(body)}</section>"


def bullets(items: Iterable[str]) -> str:
    """Return a list; items are HTML already."""
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def marked(one: str, other: str, tag: str) -> str:
    """Return a text with the words the other does not have marked."""
    theirs = set(other.lower().split())
    return " ".join(
        escape(word) if word.lower() in theirs else f"<{tag}>{escape(word)}</{tag}>"
        for word in one.split()
    )

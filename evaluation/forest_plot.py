"""A forest plot as SVG: each difference, its interval, and the band that does not matter."""

from collections.abc import Sequence
from html import escape

from evaluation.finding import Colour, Finding

WIDTH, LEFT, ROW, TOP = 860, 330, 26, 34
INK: dict[Colour, str] = {
    "red": "#b10e1e",
    "amber": "#7a4b00",
    "green": "#00582c",
    "grey": "#505a5f",
}
FARTHEST = 4.0  # thresholds shown on either side; what lies beyond is drawn at the edge


def forest_plot(findings: Sequence[Finding], title: str) -> str:
    """Return the plot of every measured finding, in units of its threshold; empty if none is."""
    shown = [item for item in findings if item.effect is not None and item.threshold]
    if not shown:
        return ""
    height = TOP + ROW * len(shown) + 30
    middle = LEFT + (WIDTH - LEFT) / 2
    unit = (WIDTH - LEFT - 20) / 2 / FARTHEST
    parts = [
        f'<svg role="img" viewBox="0 0 {WIDTH} {height}" width="100%" '
        f'aria-label="{escape(title)}: the table below holds the same figures">',
        f'<rect x="{middle - unit:.1f}" y="{TOP - 8}" width="{2 * unit:.1f}" '
        f'height="{ROW * len(shown) + 8}" fill="#e8f1ec"/>',
        line(middle, middle, TOP - 8, height - 30, "#0b0c0c"),
        f'<text x="{middle:.1f}" y="16" text-anchor="middle">no difference</text>',
        f'<text x="{middle:.1f}" y="{height - 8}" text-anchor="middle">'
        "shaded: within the threshold; the axis counts thresholds, group minus reference</text>",
    ]
    for place, item in enumerate(shown):
        parts += row(item, TOP + ROW * place + ROW / 2, middle, unit)
    return "\n".join([*parts, "</svg>"])


def row(item: Finding, y: float, middle: float, unit: float) -> list[str]:
    """Return one line of the plot: words, interval, and a mark whose shape tells the colour."""
    scale = item.threshold or 1.0
    low, effect, high = (
        middle + unit * max(-FARTHEST, min(FARTHEST, (value or 0.0) / scale))
        for value in (item.low, item.effect, item.high)
    )
    ink = INK[item.colour]
    label = f"{item.measure}, {item.group}"
    return [
        f'<text x="{LEFT - 10}" y="{y + 4:.1f}" text-anchor="end">'
        f"{escape(shortened(label))}</text>",
        line(low, high, y, y, ink),
        mark(item.colour, effect, y, ink),
    ]


def line(x1: float, x2: float, y1: float, y2: float, ink: str) -> str:
    """Return a line."""
    places = f'x1="{x1:.1f}" x2="{x2:.1f}" y1="{y1:.1f}" y2="{y2:.1f}"'
    return f'<line {places} stroke="{ink}" stroke-width="2"/>'


def shortened(label: str, most: int = 52) -> str:
    """Return a label that fits its column."""
    return label if len(label) <= most else label[: most - 1] + "…"


def mark(colour: Colour, x: float, y: float, ink: str) -> str:
    """Return the mark of a colour: square red, triangle amber, circle green, hollow grey."""
    if colour == "red":
        return f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" fill="{ink}"/>'
    if colour == "amber":
        points = f"{x:.1f},{y - 6:.1f} {x - 6:.1f},{y + 5:.1f} {x + 6:.1f},{y + 5:.1f}"
        return f'<polygon points="{points}" fill="{ink}"/>'
    fill = ink if colour == "green" else "#ffffff"
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{fill}" stroke="{ink}" stroke-width="2"/>'
    )

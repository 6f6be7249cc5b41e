"""The report of a run: one page a governance lead can read in five minutes."""

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from pathlib import Path

from evaluation.finding import Colour, Finding
from evaluation.forest_plot import forest_plot
from evaluation.html import bullets, marked, number, section, table, verdict
from evaluation.run_record import Case, Control, Coverage, Quality, Results
from evaluation.thresholds import Gates

STYLE = Path(__file__).with_name("report.css")
ORDER: tuple[Colour, ...] = ("red", "amber", "grey", "green")
DECISIONS: dict[Colour, str] = {
    "red": "Do not release: at least one difference or control is red.",
    "amber": "Release only with conditions: something is not settled.",
    "grey": "Not enough evidence to release: some questions have too few scenarios.",
    "green": "Release: no difference larger than the thresholds was found in anything tested.",
}
JUDGED: dict[Colour, str] = {
    "red": "At least one system treats two groups differently, beyond the threshold.",
    "amber": "No system is red; something is not settled.",
    "grey": "No system is red; some questions have too few pairs to tell.",
    "green": "No difference larger than the thresholds was found in anything tested.",
}
CONTROL: dict[bool | None, tuple[Colour, str]] = {
    True: ("green", "passed"),
    False: ("red", "failed"),
    None: ("grey", "for information"),
}
MOST_SENTENCES = 12


def report(results: Results, gates: Gates) -> str:
    """Return the whole page."""
    product = results.kind == "product"
    title = "Evaluation of Recordwell" if product else "Evaluation of other systems' outputs"
    parts = [
        decision(results),
        findings_in_words(results.findings),
        systems(results.findings) if not product else "",
        coverage_grid(results.coverage),
        worst_cases(results.cases, product=product),
        *(part(surface, held) for surface, held in by_surface(results.findings).items()),
        controls(results.controls),
        quality(results.quality),
        method(results, gates),
        sign_off(),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n"
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#main">Skip to the decision</a>\n'
        f'<header><h1>{title}</h1></header>\n<main id="main">\n'
        + "\n".join(item for item in parts if item)
        + "\n</main>\n</body>\n</html>\n"
    )


def decision(results: Results) -> str:
    """Return the decision line and the rule that gave it."""
    words = DECISIONS if results.kind == "product" else JUDGED
    failed = [control.name for control in results.controls if control.passed is False]
    why = f" The alarm itself failed: {escape('; '.join(failed))}." if failed else ""
    size = ""
    if results.kind == "product" and results.size == "quick":
        size = " A quick run looks for alarms only; a release needs a release run."
    return (
        f'<section><h2>Decision</h2><p class="decision {results.verdict}">'
        f"{verdict(results.verdict)} {words[results.verdict]}{why}{size}</p></section>"
    )


def findings_in_words(findings: Sequence[Finding]) -> str:
    """Return the plain findings, the worst first; the ones without news are counted."""
    worst_first = sorted(findings, key=lambda item: (ORDER.index(item.colour), -strength(item)))
    told = [item for item in worst_first if item.colour in ("red", "amber")][:MOST_SENTENCES]
    lines = [f"{verdict(item.colour)} {escape(item.sentence)}" for item in told]
    rest = [item for item in findings if item.colour not in ("red", "amber")]
    green = sum(1 for item in rest if item.colour == "green")
    unmeasured = sum(1 for item in rest if item.effect is None)
    lines.append(
        f"{green} comparisons showed no difference larger than the threshold; "
        f"{len(rest) - green - unmeasured} had too few scenarios to tell; "
        f"{unmeasured} were not measured."
    )
    return f"<section><h2>What we found</h2>{bullets(lines)}</section>"


def strength(item: Finding) -> float:
    """Return how many thresholds a difference is wide."""
    return abs(item.effect or 0.0) / (item.threshold or 1.0)


def systems(findings: Sequence[Finding]) -> str:
    """Return one line for each system judged."""
    lines = []
    for system, held in by_surface(findings).items():
        worst = min((item.colour for item in held), key=ORDER.index)
        red = [
            f"{item.measure} ({item.harmed or item.group})" for item in held if item.colour == "red"
        ]
        lines.append((escape(system), verdict(worst), escape(", ".join(red)) or "none"))
    heads = ("System", "Verdict", "Red measures, and who comes off worse")
    return f"<section><h2>Each system</h2>{table('Verdict by system', heads, lines)}</section>"


def by_surface(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Return the findings of each part."""
    held: dict[str, list[Finding]] = defaultdict(list)
    for item in findings:
        held[item.surface].append(item)
    return held


def coverage_grid(coverage: Sequence[Coverage]) -> str:
    """Return what was tested and what was not."""
    if not coverage:
        return ""
    surfaces = list(dict.fromkeys(item.surface for item in coverage))
    cells: dict[str, dict[str, str]] = defaultdict(dict)
    for item in coverage:
        cells[item.characteristic][item.surface] = (
            f"{item.pairs} pairs"
            if item.pairs
            else f"not tested: {escape(item.note.split(': ')[-1])}"
        )
    lines = [(escape(name), *(row.get(s, "") for s in surfaces)) for name, row in cells.items()]
    caption = "Pairs measured, by characteristic and part of the product"
    return (
        "<section><h2>What was tested, and what was not</h2>"
        f"{table(caption, ('Characteristic', *surfaces), lines)}</section>"
    )


def worst_cases(cases: Sequence[Case], *, product: bool) -> str:
    """Return the worst cases side by side, with the words that differ marked."""
    told = (
        "Every note here is invented. To see one again, run the same size: "
        "the scenario's name is in units.csv."
        if product
        else "Only words of our own lists are shown, never a text."
    )
    if not cases:
        return section("Read these first", "<p>No pair differed in a way that needs reading.</p>")
    shown = "".join(
        f'<div class="case"><h3>{place}. {escape(item.surface)}: {escape(item.measure)}</h3>'
        f"<p>{escape(item.scenario)}, {escape(item.comparison)}: {escape(item.detail)}</p>"
        + table(
            "The two side by side",
            ("For", "What it gave"),
            (
                (
                    escape(item.group),
                    marked(item.text_group, item.text_reference, "ins") or "nothing",
                ),
                (
                    escape(item.reference),
                    marked(item.text_reference, item.text_group, "del") or "nothing",
                ),
            ),
        )
        + "</div>"
        for place, item in enumerate(cases, start=1)
    )
    return f"<section><h2>Read these first</h2><p>{told}</p>{shown}</section>"


def part(surface: str, findings: Sequence[Finding]) -> str:
    """Return one part's plot and the table behind it."""
    heads = (
        "Measure", "Group", "Reference", "Verdict", "Difference", "95% interval", "Threshold",
        "Smallest detectable", "Scenarios", "Pairs", "Adjusted p", "Why",
    )  # fmt: skip
    lines = [
        (
            escape(item.measure),
            escape(item.group),
            escape(item.reference),
            verdict(item.colour),
            number(item.effect, 4),
            "not measured"
            if item.low is None
            else f"{number(item.low, 4)} to {number(item.high, 4)}",
            number(item.threshold, 4),
            number(item.detectable, 4),
            str(item.clusters),
            str(item.n),
            number(item.p_adjusted),
            escape(item.reason),
        )
        for item in sorted(findings, key=lambda item: (ORDER.index(item.colour), -strength(item)))
    ]
    plot = forest_plot(
        [item for item in findings if item.colour != "grey" or item.effect][:40], surface
    )
    return (
        f"<section><h2>Figures: {escape(surface)}</h2>{plot}"
        f"{table(f'Every comparison: {surface}', heads, lines)}</section>"
    )


def controls(held: Sequence[Control]) -> str:
    """Return the proof that the alarm works."""
    if not held:
        return ""
    lines = [
        (
            escape(item.name),
            f"{verdict(CONTROL[item.passed][0])} {CONTROL[item.passed][1]}",
            escape(item.detail),
        )
        for item in held
    ]
    heads = ("Control", "Result", "What happened")
    return section(
        "Does the alarm work?",
        "<p>In every run known harm is planted in what the product gave. It must turn red "
        "in the right place, and a change that is not unfair must not.</p>",
        table("Controls", heads, lines),
    )


def quality(held: Sequence[Quality]) -> str:
    """Return how well the product works, whoever the note is about."""
    if not held:
        return ""
    lines = [
        (
            escape(item.measure),
            escape(item.surface),
            number(item.value),
            "not measured" if item.low is None else f"{number(item.low)} to {number(item.high)}",
            str(item.n),
        )
        for item in held
    ]
    heads = ("Measure", "Part", "Share", "95% interval", "n")
    return section("Quality for everyone", table("Shares over all notes", heads, lines))


def method(results: Results, gates: Gates) -> str:
    """Return how it was measured, by which thresholds, and the limits."""
    surfaces = (
        {"outputs"} if results.kind == "outputs" else {item.surface for item in results.findings}
    )
    lines = [
        (escape(gate.measure), f"{gate.threshold:g}", escape(gate.owner), escape(gate.reason))
        for gate in gates.gates
        if gate.surface in surfaces
    ]
    counts = [
        f"{escape(str(name))}: {escape(str(value))}" for name, value in results.counts.items()
    ]
    heads = ("Measure", "Threshold", "Owner", "Reason")
    versions = [f"{escape(name)}: {escape(str(held))}" for name, held in results.versions.items()]
    return section(
        "Method and limits",
        "<p>Each note is told twice, of two people who differ in one thing. Differences are "
        "paired and clustered by scenario: 20,000 random sign flips for chance, 5,000 bootstrap "
        "draws of whole scenarios for intervals, Holm's adjustment for the number of questions. "
        "Green needs two one-sided tests: the same, not merely not different.</p>",
        table(f"Thresholds, version {results.gates_version}", heads, lines),
        f"<h3>How much was looked at</h3>{bullets(counts)}",
        f"<h3>Limits</h3>{bullets(escape(item) for item in results.limits)}",
        f"<h3>Versions</h3>{bullets(versions)}",
    )


def sign_off() -> str:
    """Return the lines a person fills in."""
    asked = (
        "Name and role",
        "Decision",
        "Conditions, each with owner and expiry",
        "Dissent",
        "Date",
    )
    lines = "".join(
        f'<h3>{name}</h3><p class="prompt">A person must write this.</p>' for name in asked
    )
    return f"<section><h2>Sign-off</h2>{lines}</section>"

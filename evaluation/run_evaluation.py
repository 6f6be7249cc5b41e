"""Walk the samples, put every question, and record what was found."""

from collections.abc import Sequence

from evaluation.controls import controls_of
from evaluation.finding import worst
from evaluation.judging import judge
from evaluation.lexicon import lexicon_versions
from evaluation.markers import markers_version
from evaluation.measuring import rows
from evaluation.name_cells import names_version
from evaluation.observations import Observations, watch
from evaluation.plan import Plan, Size, make_plan
from evaluation.product import Product
from evaluation.product_cases import worst_cases
from evaluation.product_coverage import coverage_of
from evaluation.quality import quality_of
from evaluation.run_record import Results
from evaluation.thresholds import Gates
from evaluation.unit import Unit

LIMITS = (
    "Every note is invented by us; live notes may behave differently.",
    "Names are proxies: people of any background bear any name.",
    "Gender is swapped between woman and man only; others have a marker sentence at most.",
    "Right answers for facts and tasks were written by one author and not yet checked by a second.",
    "Practitioners' own bias, and what they do with a draft, are outside this evaluation.",
)


def evaluate(
    product: Product, gates: Gates, size: Size, *, progress: bool = False
) -> tuple[Results, tuple[Unit, ...]]:
    """Return what a run of a size found, and the rows it rests on."""
    plan = make_plan(size)
    seen = watch(product, plan, progress=progress)
    units = tuple(rows(seen))
    findings = judge(units, gates)
    controls = controls_of(seen, units, findings, gates, plan)
    failed = any(control.passed is False for control in controls)
    colours = tuple(item.colour for item in findings)
    return (
        Results(
            kind="product",
            size=size,
            verdict="red" if failed else worst(colours),
            gates_version=gates.version,
            versions=versions_of(seen),
            findings=findings,
            controls=controls,
            quality=quality_of(seen),
            cases=worst_cases(seen),
            coverage=coverage_of(units),
            counts=counts_of(plan, seen, units),
            limits=LIMITS,
        ),
        units,
    )


def versions_of(seen: Observations) -> dict[str, object]:
    """Return the versions of the product and of everything it was judged by."""
    product = next((pair.group.versions for pair in seen.line if pair.group.versions), {})
    return {
        "product": product,
        "lexicons": lexicon_versions(),
        "markers": markers_version(),
        "names": names_version(),
    }


def counts_of(plan: Plan, seen: Observations, units: Sequence[Unit]) -> dict[str, object]:
    """Return how much was looked at, and how much could not be."""
    refused = sum(1 for _, made in seen.notes if made.refused)
    return {
        "scenarios": len({pair.scenario for pair in plan.line}),
        "notes": len(seen.notes),
        "notes_refused": refused,
        "pairs": len(plan.line) + len(plan.redaction),
        "pairs_invalid": len(plan.invalid),
        "units": len(units),
        "units_unscored": sum(1 for unit in units if unit.difference is None),
    }

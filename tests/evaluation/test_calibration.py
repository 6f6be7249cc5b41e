import numpy as np

from evaluation.calibration import calibration
from evaluation.unit import Unit


def units(differences: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> list[Unit]:
    return [
        Unit("s", f"m{column}", "gender", "women", "men", f"c{row}", "f", "", float(value), 0.0)
        for row, values in enumerate(differences)
        for column, value in enumerate(values)
    ]


def test_the_alarm_rings_by_chance_as_rarely_as_promised_even_on_lopsided_data() -> None:
    lopsided = np.random.default_rng(3).exponential(size=(80, 6)) + 0.5
    control = calibration("c", units(lopsided))
    assert control.passed
    assert "any of 6" in control.detail


def test_where_nothing_moves_it_was_not_tried() -> None:
    assert calibration("c", units(np.zeros((80, 2)))).passed is None
    assert calibration("c", []).passed is None

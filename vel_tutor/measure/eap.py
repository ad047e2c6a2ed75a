"""Where a learner stands, given the answers.

`Posterior` is the estimate used everywhere: a distribution over a grid, from which come the
expected value (EAP) and its standard error. It is a fold: one `after` for each answer, in order.
The same answers in the same order give the same bits, so a stored test is replayed by `replay`.
`mle`, `map_estimate` and `wle` are other estimates of the same answers, for checks and reports.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from vel_tutor.measure import irt
from vel_tutor.measure.irt import FloatArray, Parameters, Response

POINTS = 81
REACH_SD = 4.0
"""How far the grid goes from the mean of the prior, in its standard deviations."""


@dataclass(frozen=True, eq=False)
class Posterior:
    """What is known about theta: log weights over the points of a grid, up to a constant."""

    points: FloatArray
    log_weights: FloatArray

    @classmethod
    def normal(
        cls, mean: float = 0.0, sd: float = 1.0, points: int = POINTS, reach: float = REACH_SD
    ) -> "Posterior":
        """Before any answer: normal, on a grid of `points` from -reach to +reach sd.

        The ends count half: sums over the grid are integrals by the trapezoidal rule.
        """
        steps = np.linspace(-reach, reach, points)
        log_weights = -0.5 * steps**2
        log_weights[[0, -1]] -= np.log(2.0)
        return cls(mean + sd * steps, log_weights)

    def after(self, response: Response) -> "Posterior":
        """What is known after one more answer."""
        return Posterior(self.points, self.log_weights + log_likelihood(self.points, response))

    @cached_property
    def weights(self) -> FloatArray:
        """The probability of each point; they sum to 1."""
        weights = np.exp(self.log_weights - self.log_weights.max())
        return weights / weights.sum()

    @cached_property
    def theta(self) -> float:
        """The expected value (EAP), in logits."""
        return float((self.weights * self.points).sum())

    @cached_property
    def se(self) -> float:
        """The posterior standard deviation, in logits."""
        return float(np.sqrt((self.weights * (self.points - self.theta) ** 2).sum()))

    def above(self, theta: float) -> float:
        """The probability of being at `theta` or higher."""
        return float(self.weights[self.points >= theta].sum())


def replay(prior: Posterior, responses: Iterable[Response]) -> Posterior:
    """The posterior after all answers, in their order: bit for bit what it was at the time."""
    posterior = prior
    for response in responses:
        posterior = posterior.after(response)
    return posterior


def log_likelihood(theta: FloatArray, response: Response) -> FloatArray:
    """How well each theta explains the answer."""
    item = response.item
    c = item.c if response.right or response.knew else 0.0
    p = irt.probability(theta, item.a, item.b, c, item.d)
    likelihood = np.log(np.maximum(p if response.right else 1.0 - p, 1e-300))
    return likelihood if response.weight == 1.0 else response.weight * likelihood


def mle(responses: Sequence[Response], low: float = -8.0, high: float = 8.0) -> float | None:
    """The theta that explains the answers best; None if it would be infinite."""
    return _peak(lambda theta: _score(theta, responses), low, high)


def map_estimate(
    responses: Sequence[Response], mean: float = 0.0, sd: float = 1.0, reach: float = 8.0
) -> float:
    """The mode of the posterior under a normal prior (also called Bayes modal)."""
    low, high = mean - reach * sd, mean + reach * sd
    found = _peak(lambda theta: _score(theta, responses) - (theta - mean) / sd**2, low, high)
    return mean if found is None else found


def wle(responses: Sequence[Response], low: float = -8.0, high: float = 8.0) -> float:
    """Warm's weighted likelihood estimate (1989): MLE without its first-order bias.

    The root of score + J / (2 I), where J sums P' P'' / (P Q). Finite for all right and all wrong
    unless the model gives them nothing to hold on to; then the end of the range.
    """

    def slope(theta: FloatArray) -> FloatArray:
        j = np.zeros_like(theta)
        total = np.full_like(theta, 1e-300)
        for response in responses:
            item = _as_asked(response)
            p = irt.probability(theta, *item)
            first = irt.derivative(theta, *item)
            share = response.weight / np.maximum(p * (1.0 - p), 1e-300)
            j += share * first * irt.curvature(theta, *item)
            total += share * first**2
        return _score(theta, responses) + j / (2.0 * total)

    found = _peak(slope, low, high)
    if found is not None:
        return found
    return low if float(slope(np.array([low]))[0]) < 0 else high


def _as_asked(response: Response) -> Parameters:
    knew = response.right or response.knew
    return response.item if knew else response.item._replace(c=0.0)


def _score(theta: FloatArray, responses: Sequence[Response]) -> FloatArray:
    """The derivative of the log-likelihood in theta."""
    total = np.zeros_like(theta)
    for response in responses:
        item = _as_asked(response)
        p = irt.probability(theta, *item)
        surprise = (1.0 if response.right else 0.0) - p
        spread = np.maximum(p * (1.0 - p), 1e-300)
        total += response.weight * irt.derivative(theta, *item) * surprise / spread
    return total


def _peak(slope: Callable[[FloatArray], FloatArray], low: float, high: float) -> float | None:
    """Where the function with this slope is highest, or None if that is an end of the range.

    With guessing the likelihood may have several peaks: the range is scanned first, then the
    root of the slope beside the highest point is found by bisection.
    """
    scan = np.linspace(low, high, 641)
    slopes = slope(scan)
    height = np.concatenate([[0.0], np.cumsum((slopes[1:] + slopes[:-1]) / 2.0)])
    top = int(height.argmax())
    if top in (0, len(scan) - 1):
        return None
    left, right = scan[top - 1], scan[top + 1]
    for _ in range(60):
        middle = (left + right) / 2.0
        left, right = (middle, right) if slope(np.array([middle]))[0] > 0 else (left, middle)
    return float((left + right) / 2.0)

"""How many examples a property test tries: a few hundred, or thousands under the profile ``thorough``."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

USUAL = 100
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking, which takes minutes on whole files; the profile ``thorough`` shrinks."""


def examples(count: int) -> settings:
    """Settings for a test that usually tries so many examples; other profiles scale them."""
    scale = max(1, settings().max_examples // USUAL)
    return settings(
        max_examples=count * scale,
        phases=QUICK if scale == 1 else tuple(Phase),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )

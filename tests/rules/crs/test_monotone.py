"""A better fact never lowers a score, and no score leaves its caps."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.rules.crs.points import Profile, points_of
from cec_desktop.rules.crs.score import score_case
from cec_desktop.rules.crs.tables import load_crs
from cec_desktop.rules.rulebook import load_rulebook
from tests.oracle.effort import examples
from tests.rules.crs.files import Raw, read, result
from tests.rules.crs.test_against_slow import files_on

fours = st.tuples(*[st.integers(0, 12)] * 4)
years = st.integers(0, 7)
profiles = st.builds(
    Profile,
    age=st.integers(15, 50),
    education=st.integers(0, 7),
    first=fours,
    second=fours,
    first_is_french=st.booleans(),
    canadian_years=years,
    foreign_years=years,
    couple=st.booleans(),
    spouse_education=st.integers(0, 7),
    spouse_language=fours,
    spouse_years=years,
    certificate=st.booleans(),
    nomination=st.booleans(),
    offer=st.integers(0, 2),
    study=st.integers(0, 2),
    sibling=st.booleans(),
)
versions = st.sampled_from(load_crs().versions)
BETTER = (
    *("education", "canadian_years", "foreign_years", "spouse_education", "spouse_years", "offer", "study"),
    *("certificate", "nomination", "sibling", "first", "second", "spouse_language"),
)
MOST = {"education": 7, "spouse_education": 7, "offer": 2, "study": 2}


@given(profiles, versions, st.sampled_from(BETTER), st.integers(0, 3))
@examples(400)
def test_a_better_fact_never_lowers_the_score(profile: Profile, version: object, field: str, at: int) -> None:
    book = load_crs()
    (known,) = [each for each in book.versions if each is version]
    value = getattr(profile, field)
    if isinstance(value, tuple):
        better: Any = tuple(level + (n == at) for n, level in enumerate(value))
    elif isinstance(value, bool):
        better = True
    else:
        better = min(MOST.get(field, 9), value + 1)

    before = points_of(profile, book, known)
    after = points_of(profile._replace(**{field: better}), book, known)

    assert after.total >= before.total
    assert all(new >= old for old, new in zip(before.sections, after.sections, strict=True))


@given(profiles, versions)
@examples(400)
def test_no_score_leaves_its_caps(profile: Profile, version: object) -> None:
    book = load_crs()
    (known,) = [each for each in book.versions if each is version]

    points = points_of(profile, book, known)
    core, spouse, transferability, additional = points.sections

    assert 0 <= core <= (460 if profile.couple else 500)
    assert 0 <= spouse <= (40 if profile.couple else 0)
    assert 0 <= transferability <= 100
    assert 0 <= additional <= 600
    assert points.total == core + spouse + transferability + additional <= 1200


@given(files_on(), st.sampled_from(["en", "fr"]), st.integers(4, 10))
@examples(60)
def test_a_further_test_never_lowers_the_score_of_a_file(
    given_file: tuple[Raw, date], language: str, level: int
) -> None:
    raw, on = given_file
    abilities = ("listening", "reading", "writing", "speaking")
    more = {
        **raw,
        "language_tests": [*raw["language_tests"], result(on, dict.fromkeys(abilities, level), language)],
    }

    before = score_case(read(raw), on, load_rulebook())
    after = score_case(read(more), on, load_rulebook())

    assert before is not None
    assert after is not None
    assert after.total >= before.total

"""UUIDv7 ids."""

from __future__ import annotations

import os
import uuid

from dlprep.store.ids import next_id


def test_an_id_is_a_uuid_of_version_7_with_its_time() -> None:
    """The standard library reads the id, its version, its variant and its milliseconds."""
    made = uuid.UUID(next_id(1_800_000_000_123, None, os.urandom))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == 1_800_000_000_123


def test_ids_sort_in_the_order_they_were_made() -> None:
    """Also within one millisecond, and when the clock is set back by years."""
    last, made = None, []
    for at_ms in [1_800_000_000_000] * 200 + [1_500_000_000_000] * 200 + [1_900_000_000_000]:
        last = next_id(at_ms, last, os.urandom)
        made.append(last)
    assert made == sorted(set(made))
    assert all(uuid.UUID(each).version == 7 for each in made)


def test_the_random_part_carries_into_the_time() -> None:
    """Full random bits do not break the order: the next id continues in the next millisecond."""
    full = next_id(1000, None, lambda n: b"\xff" * n)
    following = next_id(1000, full, os.urandom)
    assert following > full
    assert uuid.UUID(following).int >> 80 == 1001


def test_two_devices_do_not_draw_the_same_id() -> None:
    """Ids that continue the same last id differ by chance."""
    last = next_id(1000, None, os.urandom)
    assert next_id(1000, last, os.urandom) != next_id(1000, last, os.urandom)

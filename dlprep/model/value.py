"""`dataclass` for frozen values, with methods that are shared instead of generated.

The standard decorator writes and compiles half a dozen methods for each class, about 0.4 ms a
class before Python 3.13: the model alone would cost more than a third of the time to the first
question. These classes are dataclasses in every other respect: `fields`, `replace`, `astuple`,
matching and type checkers treat them as such.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING


def between(low: float, high: float) -> MappingProxyType[str, object]:
    """Metadata: the number must lie in this closed range."""
    return MappingProxyType({"minimum": low, "maximum": high})


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - type checkers see the original
else:
    import dataclasses
    import functools

    _MISSING = dataclasses.MISSING

    def dataclass(*, frozen, slots, kw_only=False):
        """A decorator as `dataclasses.dataclass(frozen=True, slots=True, kw_only=…)`."""
        assert frozen
        assert slots
        return lambda cls: _made(cls, kw_only=kw_only)

    def _made(cls, *, kw_only):
        cls.__init__ = _init
        cls.__repr__ = _repr
        cls.__eq__ = _eq
        cls.__hash__ = _hash
        cls.__setattr__ = cls.__delattr__ = _refuse
        cls.__reduce__ = _reduce
        generate = dataclasses.dataclass(
            init=False, repr=False, eq=False, slots=True, kw_only=kw_only
        )
        return generate(cls)

    def _init(self, *args, **given):
        cls = type(self)
        if args:
            given.update(zip(cls.__match_args__, args, strict=False))
        unused = len(given)
        for name, put, default, make in _slots(cls):
            if name in given:
                put(self, given[name])
                unused -= 1
            elif default is not _MISSING:
                put(self, default)
            elif make is not _MISSING:
                put(self, make())
            else:
                raise TypeError(f"{cls.__name__}: {name} is missing")
        if unused or len(args) > len(cls.__match_args__):
            unknown = ", ".join(given.keys() - set(_names(cls))) or "too many values"
            raise TypeError(f"{cls.__name__}: {unknown}")

    @functools.cache
    def _slots(cls):
        """Name, setter of its slot, default and default factory of each field."""
        return tuple(
            (each.name, getattr(cls, each.name).__set__, each.default, each.default_factory)
            for each in dataclasses.fields(cls)
        )

    @functools.cache
    def _names(cls):
        return tuple(each.name for each in dataclasses.fields(cls))

    def _values(self):
        return tuple(getattr(self, name) for name in _names(type(self)))

    def _repr(self):
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(type(self)))
        return f"{type(self).__name__}({inside})"

    def _eq(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self) == _values(other)

    def _hash(self):
        return hash((type(self), _values(self)))

    def _refuse(self, name, *_value):  # noqa: ARG001 - the signature of __setattr__
        raise dataclasses.FrozenInstanceError(f"cannot change {name!r}")

    def _reduce(self):
        return _rebuilt, (type(self), _values(self))

    def _rebuilt(cls, values):
        return cls(**dict(zip(_names(cls), values, strict=True)))

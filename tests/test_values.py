"""Values are frozen, and to attrs they are what it would have made itself."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from attrib import model
from attrib.cli.house import House
from attrib.config import Settings
from attrib.facts.view import View
from attrib.model import Document, Source, Span
from attrib.rulebook import load_rulebook
from attrib.values import NamedTuple, evolve, field, frozen, names

INTERFAX = Source("interfax", "Interfax", "agency", first=1989, domains=("interfax.ru",))


@frozen
class Shape:
    """A class with all that may be said of a field."""

    corners: int
    name: str = "none"
    _notes: dict[str, str] = field(factory=dict, repr=False, eq=False)
    count: list[int] = field(factory=list, init=False, eq=False)
    colour: str | None = field(default=None, kw_only=True)
    size: int = field(kw_only=True)


def test_fields_are_filled_in_their_order_by_name_and_by_default():
    shape = Shape(3, "triangle", size=2)
    assert (shape.corners, shape.name, shape._notes, shape.count, shape.colour) == (3, "triangle", {}, [], None)
    assert Shape(notes={"a": "b"}, corners=4, size=1)._notes == {"a": "b"}
    assert Shape(3, size=1)._notes is not Shape(3, size=1)._notes
    assert repr(shape) == "Shape(corners=3, name='triangle', count=[], colour=None, size=2)"


def test_a_misspelt_word_about_a_field_is_told():
    with pytest.raises(TypeError, match="knows no defualt; expected some of default, eq"):
        field(defualt=1)


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        ((), {"size": 1}, "missing 1 required positional argument: 'corners'"),
        ((3,), {}, "missing 1 required keyword-only argument: 'size'"),
        ((3,), {"corners": 4, "size": 1}, "got multiple values for argument 'corners'"),
        ((3,), {"size": 1, "sides": 4}, "got an unexpected keyword argument 'sides'"),
        ((3,), {"size": 1, "count": [4]}, "got an unexpected keyword argument 'count'"),
        ((3, "square", {}, "red"), {"size": 1}, "takes from 2 to 4 positional arguments but 5 positional arguments"),
    ],
)
def test_wrong_arguments_are_refused_in_the_words_of_attrs(values, named, said):
    with pytest.raises(TypeError, match=said):
        Shape(*values, **named)
    assert Shape(3, size=1).size == 1


def test_values_are_equal_by_what_is_compared():
    assert Shape(3, size=1, notes={"a": "b"}) == Shape(3, size=1)
    assert hash(Shape(3, size=1, notes={"a": "b"})) == hash(Shape(3, size=1))
    assert Shape(3, size=1) != Shape(3, size=2)
    assert evolve(INTERFAX) == INTERFAX
    assert evolve(INTERFAX, name="IF") != INTERFAX


@pytest.mark.parametrize("value", [INTERFAX, Shape(3, size=1), House(Settings())], ids=lambda v: type(v).__name__)
def test_no_field_is_set_or_taken_out(value):
    name = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, 1)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(value, name)
    if type(value) is not House:
        assert not hasattr(value, "__dict__")


def test_attrs_knows_the_fields():
    assert attrs.has(Source)
    assert [one.name for one in attrs.fields(Shape)] == ["corners", "name", "_notes", "count", "colour", "size"]
    assert attrs.fields(Shape)._notes.alias == "notes"
    assert attrs.fields(Source).kind.type == "SourceKind | None"
    assert attrs.evolve(INTERFAX, name="IF") == evolve(INTERFAX, name="IF")
    assert attrs.asdict(Shape(3, size=1))["colour"] is None
    assert names(Shape) == ("corners", "name", "_notes", "count", "colour", "size")
    assert names(Span) == ()
    assert tuple(inspect.signature(Shape).parameters) == ("corners", "name", "notes", "colour", "size")
    assert Shape.__match_args__ == ("corners", "name", "_notes")


def test_values_are_copied_and_pickled():
    for value in (INTERFAX, Document("a.txt", "a", "a"), Shape(3, "triangle", colour="red", size=2)):
        assert copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value


def test_a_field_that_no_argument_is_for_has_its_default():
    @frozen
    class Marked:
        text: str
        length: int = field(default=0, init=False)

    assert (Marked("a").length, hasattr(Marked("a"), "__dict__")) == (0, False)
    assert Marked(text="a") == attrs.evolve(Marked("b"), text="a")


def test_what_is_computed_once_is_kept():
    book = load_rulebook()
    assert evolve(book).plans == book.plans
    assert book.plans is book.plans
    assert "registry" in vars(View)


def test_a_check_imports_neither_attrs_nor_what_else_takes_long(tmp_path):
    draft = tmp_path / "a.txt"
    draft.write_text("Crews walked out on Monday.\n", encoding="utf-8")
    code = (
        "import sys; from attrib.cli import main; "
        f"main(['check', '--quiet', '--isolated', '--no-cache', {str(draft)!r}]); print(*sys.modules)"
    )
    run = [sys.executable, "-c", code]
    subprocess.run(run, capture_output=True, check=True)  # the first start of a new copy keeps what the next one needs
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert not {"attrs", "inspect", "pathlib", "regex", "tomllib"} & set(done.stdout.splitlines()[-1].split())


class Row(NamedTuple):
    """A row of named values."""

    first: int
    second: str = "none"
    third: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.first} {self.second}"

    @classmethod
    def of(cls, first):
        return cls(first)


def test_a_row_is_a_named_tuple():
    row = Row(1, third=("a",))
    assert row == (1, "none", ("a",)) == Row.of(1)._replace(third=("a",))
    assert str(row) == "1 none"
    assert repr(row) == "Row(first=1, second='none', third=('a',))"
    assert Row._fields == ("first", "second", "third")
    assert Row._field_defaults == {"second": "none", "third": ()}
    assert Row.__annotations__ == {"first": "int", "second": "str", "third": "tuple[str, ...]"}
    assert (Row.__doc__, Row.__module__) == ("A row of named values.", __name__)
    assert pickle.loads(pickle.dumps(row)) == row
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'first'"):
        Row()


def test_no_module_of_the_model_points_to_a_later_stage() -> None:
    folder = Path(model.__file__).parent
    assert model.__doc__ is not None
    flow = re.findall(r"^- `(\w+)`", model.__doc__, re.MULTILINE)
    assert sorted(flow) == sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__")
    for at, name in enumerate(flow):
        used = re.findall(
            r"^from attrib\.model\.(\w+) import", (folder / f"{name}.py").read_text("utf-8"), re.MULTILINE
        )
        assert set(used) <= set(flow[:at]), name

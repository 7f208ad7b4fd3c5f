"""Whatever a text of a description says, and wherever, it stays a text.

Every module has the syntax tree that its plan predicts, nothing is run when it is
imported, and no file is outside of the package. A few texts and places are tried with
every test, each in each in `nox -s hostile`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientsmith.format import check_syntax
from clientsmith.pipeline import produce
from clientsmith.write import File
from hostile.planting import Place, compiled, description, places, planted, spelled
from skeleton.comparison import mismatches

RUN = "__import__('os').mkdir('canary')"
TEXTS = {
    "a docstring that ends": f'"""\n{RUN}\n"""',
    "a docstring that ends on one line": f'""";{RUN};"""',
    "a backslash at its end": '\\"""\\',
    "a string that ends": f'"+{RUN}+"',
    "another string that ends": f"'+{RUN}+'",
    "a line that ends": f"\n{RUN}\n",
    "other lines that end": f"\r{RUN}\x0b{RUN}\x0c{RUN}\x85{RUN}\u2028{RUN}\u2029",
    "a comment": f"# type: ignore\n# coding: latin-1\n{RUN} #",
    "a template": f"{{{{ {RUN} }}}}{{% for x in y %}}{{# #}}",
    "a format": f"{{0.__class__}}{{{RUN}}}%s%(x)s",
    "a call that ends": f"), {RUN}, (",
    "a list that ends": f"]), {RUN}, ([",
    "directions": "\u202e\u2066\u200f\u061c;)(",
    "nothing to see": "\x00\x1b[31m\ufeff\u200b\u00ad\U000e0041",
    "HTML": '<script>alert("x")</script><!-- ]]> */ --> &lt;b onclick=x>',
    "Markdown": "\n```\n~~~\n# x\n| a | b |\n- - -\n[x](javascript:y) ![x](z) \\| | `",
    "TOML": '"\n[tool.x]\ny = """z',
    "paths": "../../../../tmp/x/..\\..\\C:\\con/nul.py",
    "names": "class\u0131\u212a\ufb01 __import__ .. \u0660\u00b2\U0001d41a",
    "many": "x" * 300,
}
"""By what they try to be."""
SAMPLE = ("a docstring that ends", "a string that ends", "Markdown", "names")
REFUSED = {"surrogates": "\ud800\udfff\ud83d"}
"""What is no text: a document with it is wrong."""
WHOLE = "CLIENTSMITH_WHOLE_HOSTILE" in os.environ
PLACES = tuple(places(description()))


@pytest.mark.parametrize("name", TEXTS if WHOLE else SAMPLE)
def test_a_text_stays_a_text_wherever_it_stands(name: str, tmp_path: Path) -> None:
    """In all places at once, before and after what stands there."""
    text = TEXTS[name]
    files = made(spelled(lambda own: f"{text}{own}{text}"))
    assert files
    write(files, tmp_path)

    assert "" == imported(tmp_path)
    assert {"planted", "tests"} == {each.name for each in tmp_path.glob("*/")}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused(text: str) -> None:
    """Before anything is made of it."""
    assert [] == made(spelled(lambda own: f"{own}{text}"))


@pytest.mark.skipif(not WHOLE, reason="takes minutes: run `nox -s hostile`")
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_a_text_stays_a_text_in_each_place(number: int) -> None:
    """Where syntax is expected, too: then it is refused, or stepped over.

    Each place is given one of the texts, and its neighbours others.
    """
    for place in PLACES[number :: len(TEXTS)]:
        made(planted(place, [*TEXTS.values()][number]), place)


@settings(
    max_examples=200 if WHOLE else 25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.sampled_from(PLACES),
    st.lists(st.text() | st.sampled_from([*TEXTS.values()]), min_size=1).map("".join),
)
def test_any_text_stays_a_text_in_any_place(place: Place, text: str) -> None:
    """Also one that nobody has thought of."""
    made(planted(place, text), place)


def made(document: Any, place: Place | None = None) -> list[File]:
    """Generate, unless the document is refused, and compare with what was planned."""
    done = compiled(document)
    if done.package is None or done.failed:
        assert done.failed
        return []
    files = produce(done.package, "none").value or []
    sources = {f.path: f.text for f in files if f.path.endswith(".py")}
    check_syntax(sources)

    assert {} == mismatches(done.package, files), place
    assert [] == [
        f.path for f in files if not re.fullmatch(r"[\w.-]+(/\w[\w.]*)*", f.path)
    ]
    return files


def write(files: list[File], folder: Path) -> None:
    """Write a package."""
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")


def imported(folder: Path) -> str:
    """Import every module in a process of its own, and say what went wrong."""
    script = (
        "import importlib, pathlib\n"
        "for path in sorted(pathlib.Path().rglob('*.py')):\n"
        "    importlib.import_module('.'.join(path.with_suffix('').parts))\n"
        "import planted.models, planted.params\n"
        "for module in (planted, planted.models, planted.params):\n"
        "    for name in module.__all__:\n"
        "        getattr(module, name)\n"
    )
    command = [sys.executable, "-W", "error", "-c", script]
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    return ended.stdout + ended.stderr

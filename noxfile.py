"""What this repository does with itself: `nox` alone runs what CI runs."""

from __future__ import annotations

from pathlib import Path

import nox

nox.needs_version = ">=2025.2"
nox.options.sessions = ["lint", "types", "tests", "check"]
nox.options.reuse_venv = "yes"
nox.options.default_venv_backend = "uv|virtualenv"

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
WHOLE = {"CLIENTSMITH_WHOLE_CORPUS": "1"}
ONE_BY_ONE = ("-n", "auto", "--dist", "loadgroup", "--no-loadscope-reorder")
"""Each description in one process, the slow ones first."""
CALLS = "tests/corpus/test_calls.py"
"""What a server judges that has to be installed with npm."""
PAGE = str(Path("spec/fastrouter/chat-completions.md").resolve())


def install(session: nox.Session, *groups: str) -> None:
    """Install clientsmith from this checkout with what a session needs beside it."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, *groups))


@nox.session
def generate(session: nox.Session) -> None:
    """Regenerate every target of clientsmith.toml."""
    install(session)
    session.run("clientsmith", "generate", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Fail where a committed client is not what would be generated now."""
    install(session)
    session.run("clientsmith", "check", *session.posargs)


@nox.session
def upstream(session: nox.Session) -> None:
    """Pull what is published now, and say what that changes; needs the network."""
    install(session)
    session.run("clientsmith", "pull", *session.posargs)
    session.run("clientsmith", "check", success_codes=[0, 1])


@nox.session
def tests(session: nox.Session) -> None:
    """Run every test; `tests-3.12` does on that interpreter."""
    install(session, "tests", "types")
    session.run("pytest", "-n", "auto", *session.posargs)


for version in PYTHONS:
    nox.session(python=version, name=f"tests-{version}")(tests)


@nox.session
def golden(session: nox.Session) -> None:
    """Compare generated packages with the golden ones; `-- --bless` replaces them."""
    install(session, "tests", "types")
    session.run("pytest", "tests/golden", "tests/cases", *session.posargs)


@nox.session
def corpus(session: nox.Session) -> None:
    """Generate from every description in CLIENTSMITH_CORPUS, and run what comes out."""
    install(session, "tests")
    pytest = ("pytest", "tests/corpus", f"--ignore={CALLS}", *ONE_BY_ONE)
    session.run(*pytest, *session.posargs, env=WHOLE)


@nox.session(name="corpus-calls")
def corpus_calls(session: nox.Session) -> None:
    """Call every operation of every description in CLIENTSMITH_CORPUS; needs Node."""
    install(session, "tests")
    session.run("pytest", CALLS, *ONE_BY_ONE, *session.posargs, env=WHOLE)


@nox.session
def conformance(session: nox.Session) -> None:
    """Ask generated clients every case in CLIENTSMITH_CONFORMANCE."""
    install(session, "tests")
    whole = {"CLIENTSMITH_WHOLE_CONFORMANCE": "1"}
    folders = ("tests/conformance", "-n", "auto")
    session.run("pytest", *folders, *session.posargs, env=whole)


@nox.session
def tangled(session: nox.Session) -> None:
    """Read values of hundreds of components that refer to each other at random."""
    install(session, "tests")
    whole = {"CLIENTSMITH_WHOLE_TANGLED": "1"}
    file = "tests/roundtrip/test_tangled_components.py"
    session.run("pytest", file, "-n", "auto", *session.posargs, env=whole)


@nox.session
def hostile(session: nox.Session) -> None:
    """Read every hostile document, small and large, within bounds."""
    install(session, "tests")
    whole = {"CLIENTSMITH_WHOLE_HOSTILE": "1"}
    session.run("pytest", "tests/hostile", "-n", "auto", *session.posargs, env=whole)


@nox.session
def kills(session: nox.Session) -> None:
    """Kill runs before every single step of a write."""
    install(session, "tests")
    folder = "tests/unit/write/test_killed.py"
    session.run(
        "pytest", folder, *session.posargs, env={"CLIENTSMITH_WHOLE_KILLS": "1"}
    )


@nox.session(name="corpus-types")
def corpus_types(session: nox.Session) -> None:
    """Check the types of what comes out of ten descriptions of CLIENTSMITH_CORPUS."""
    install(session, "tests", "types")
    pytest = ("pytest", "-m", "types", "tests/corpus", *ONE_BY_ONE)
    session.run(*pytest, *session.posargs, env=WHOLE)


@nox.session(name="diff-types")
def diff_types(session: nox.Session) -> None:
    """Ask type checkers whether code breaks where `clientsmith diff` says so."""
    install(session, "tests", "types")
    session.run("pytest", "-m", "types", "tests/diff", *ONE_BY_ONE, *session.posargs)


@nox.session
def page(session: nox.Session) -> None:
    """Look at the page of a difference in Chromium; `-- --bless` takes its pictures."""
    install(session, "tests", "page")
    session.run("pytest", "tests/page", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout."""
    session.install(*nox.project.dependency_groups(PROJECT, "lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check types strictly, with mypy and with pyright."""
    install(session, "tests", "types")
    session.run("mypy")
    session.run("mypy", "benchmarks/runtime.py")
    session.run("pyright")
    folders = ("tests/golden", "tests/cases")  # others have sessions of their own
    session.run("pytest", "-m", "types", "-n", "auto", *folders)


@nox.session(reuse_venv=False)
def wheel(session: nox.Session) -> None:
    """Build the distributions, and generate with what the wheel installs."""
    folder = Path(session.create_tmp())
    session.install("build")
    session.run("python", "-m", "build", "--outdir", str(folder))
    session.install(*map(str, folder.glob("*.whl")))
    session.chdir(folder)
    session.run("clientsmith", "generate", PAGE, "--out=out", "--package=fastrouter")


@nox.session
def benchmark(session: nox.Session) -> None:
    """Time `generate` beside other generators: `-- --runs 5 --json FILE`."""
    install(session)
    session.run("python", "benchmarks/generate.py", *session.posargs)


@nox.session(name="benchmark-workflow")
def benchmark_workflow(session: nox.Session) -> None:
    """Time checks, one change, and many targets: `-- --runs 5`."""
    install(session)
    session.run("python", "benchmarks/workflow.py", *session.posargs)


@nox.session(name="benchmark-runtime")
def benchmark_runtime(session: nox.Session) -> None:
    """Measure generated clients beside others: `-- --rounds 5 --check`."""
    install(session, "tests")
    session.run("python", "benchmarks/runtime.py", *session.posargs)


@nox.session
def soak(session: nox.Session) -> None:
    """Make 30,000 calls that go wrong by chance, and look at what they leave."""
    install(session, "tests")
    session.run("python", "benchmarks/soak.py", *session.posargs)

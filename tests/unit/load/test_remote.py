"""References to other origins: refused, or fetched once and pinned."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from clientsmith import targets
from clientsmith.config import Target
from clientsmith.diagnostics import Diagnostic, Exit, Outcome
from clientsmith.load.fetch import Bounds, Fetched, Unreachable, fetch
from clientsmith.targets import check_target, generate_target
from clientsmith.write import Changes, write
from unit.folders import codes, schemas, write_files

PET = b"type: object\nproperties: {owner: {$ref: owner.yaml}}\n"
OWNER = b"type: object\nproperties: {name: {type: string}}\n"


@dataclass
class Origin:
    """A server of files that remembers what it was asked for."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    moved: dict[str, str] = field(default_factory=dict[str, str])
    asked: list[str] = field(default_factory=list[str])


@pytest.fixture
def origin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Origin]:
    """Serve files on loopback, with an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    served = Origin(files={"/pet.yaml": PET, "/owner.yaml": OWNER})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            missing = 302 if self.path in served.moved else 404
            self.send_response(200 if self.path in served.files else missing)
            if self.path in served.moved:
                self.send_header("Location", served.moved[self.path])
            self.end_headers()
            self.wfile.write(served.files.get(self.path, b""))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


def described(folder: Path, reference: str, *allow: str) -> Target:
    """Write a description with one reference, and what its target is."""
    text = schemas(f"X: {{properties: {{p: {{$ref: '{reference}'}}}}}}")
    write_files(folder, {"project/api.yaml": text})
    return Target(
        name="pets",
        input="api.yaml",
        out=folder / "project" / "out",
        package="pets",
        folder=folder / "project",
        formatter="none",
        allow=allow,
    )


def only(diagnostics: list[Diagnostic]) -> Diagnostic:
    """Return the one diagnostic there is."""
    [found] = diagnostics
    return found


def test_the_network_is_not_asked_by_default(origin: Origin, tmp_path: Path) -> None:
    """The hint says which setting would allow it."""
    target = described(tmp_path, f"{origin.address}/pet.yaml")
    problem = only(generate_target(target).diagnostics)

    assert [] == origin.asked
    assert "reference-remote" == problem.code
    assert f'[references] allow = ["{origin.address}"]' in str(problem.hint)


def test_what_is_allowed_is_fetched_once_and_pinned(
    origin: Origin,
    tmp_path: Path,
) -> None:
    """With what it refers to in turn; later runs do without the network."""
    target = described(tmp_path, f"{origin.address}/pet.yaml", origin.address)
    first = generate_target(target)
    lock = json.loads((target.out / "clientsmith.lock").read_text("utf-8"))
    second, checked = generate_target(target), check_target(target)

    assert [[], [], []] == [run.diagnostics for run in (first, second, checked)]
    assert ["/pet.yaml", "/owner.yaml"] == origin.asked
    assert [f"{origin.address}/owner.yaml", f"{origin.address}/pet.yaml"] == sorted(
        lock["references"]
    )
    assert first.changes
    assert "pets/models/owner.py" in first.changes.added


def test_another_content_is_refused_until_it_is_accepted(
    origin: Origin,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a machine that has not seen the first one; by an edit of the lock."""
    target = described(tmp_path, f"{origin.address}/owner.yaml", origin.address)
    generate_target(target)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    origin.files["/owner.yaml"] = b"type: object\n"
    problem = only(generate_target(target).diagnostics)
    (target.out / "clientsmith.lock").unlink()

    assert ("reference-changed", Exit.NETWORK) == (problem.code, problem.exit)
    assert f"remove the line of {origin.address}/owner.yaml" in str(problem.hint)
    assert [] == generate_target(target).diagnostics


def test_a_cache_that_was_changed_is_not_believed(
    origin: Origin,
    tmp_path: Path,
) -> None:
    """It is fetched again, and compared."""
    target = described(tmp_path, f"{origin.address}/owner.yaml", origin.address)
    generate_target(target)
    for path in (tmp_path / "cache").rglob("sha256-*"):
        path.write_bytes(b"type: string\n")

    assert [] == generate_target(target).diagnostics
    assert ["/owner.yaml", "/owner.yaml"] == origin.asked


def test_a_check_pins_nothing(origin: Origin, tmp_path: Path) -> None:
    """And asks nobody for what is not pinned."""
    target = described(tmp_path, f"{origin.address}/pet.yaml", origin.address)
    problem = only(check_target(target).diagnostics)

    assert ("reference-unpinned", Exit.NETWORK) == (problem.code, problem.exit)
    assert [] == origin.asked
    assert not target.out.exists()


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("/none.yaml", "the server answered 404"),
        ("/moved.yaml", "it is redirected to http://localhost:9, which is not allowed"),
    ],
)
def test_what_cannot_be_fetched_is_said(
    origin: Origin,
    tmp_path: Path,
    reference: str,
    told: str,
) -> None:
    """With the reason, and exit status 6."""
    origin.moved["/moved.yaml"] = "http://localhost:9/pet.yaml"
    target = described(tmp_path, f"{origin.address}{reference}", origin.address)
    problem = only(generate_target(target).diagnostics)

    assert ("reference-unreachable", Exit.NETWORK) == (problem.code, problem.exit)
    assert problem.message.endswith(told)


def test_a_redirect_to_an_allowed_origin_is_followed(origin: Origin) -> None:
    """The content is that of the last one."""
    origin.moved["/moved.yaml"] = f"{origin.address}/owner.yaml"

    assert Fetched(OWNER) == fetch(f"{origin.address}/moved.yaml", {origin.address})


def test_the_size_of_a_file_is_bounded(origin: Origin) -> None:
    """What is larger is not read to its end."""
    bounds = Bounds(largest=10)
    told = fetch(f"{origin.address}/pet.yaml", {origin.address}, bounds=bounds)

    assert Unreachable("it is larger than 10 bytes") == told


def test_the_time_of_a_file_is_bounded(origin: Origin) -> None:
    """However steadily it drips."""
    bounds = Bounds(patience=1e-9)
    told = fetch(f"{origin.address}/pet.yaml", {origin.address}, bounds=bounds)

    assert isinstance(told, Unreachable)


def test_a_file_of_the_network_refers_to_no_file(
    origin: Origin, tmp_path: Path
) -> None:
    """What is on this machine is not its business."""
    (tmp_path / "project").mkdir()
    secret = tmp_path / "project" / "secret.yaml"
    secret.write_text("title: secret", "utf-8")
    text = f"properties: {{s: {{$ref: '{secret.as_uri()}'}}}}"
    origin.files["/bad.yaml"] = text.encode()
    target = described(tmp_path, f"{origin.address}/bad.yaml", origin.address)

    assert "reference-outside" == only(generate_target(target).diagnostics).code


def test_a_name_that_is_no_address_is_looked_for_in_the_description(
    tmp_path: Path,
) -> None:
    """A URN is only a name."""
    known = schemas("X: {$ref: 'urn:pets:pet'}\nPet: {$id: 'urn:pets:pet'}")
    unknown = schemas("X: {$ref: 'urn:pets:pet'}")

    assert [] == codes(tmp_path, {"api.yaml": known})
    assert ["reference-missing"] == codes(tmp_path, {"api.yaml": unknown})


def test_a_pin_that_is_removed_meanwhile_does_not_come_back(
    origin: Origin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run adds what it has fetched, and nothing that it has only read."""
    target = described(tmp_path, f"{origin.address}/owner.yaml", origin.address)
    generate_target(target)
    lock = target.out / "clientsmith.lock"

    def forget(*arguments: object, **options: object) -> Outcome[Changes]:
        known = json.loads(lock.read_text("utf-8"))
        lock.write_text(json.dumps({**known, "references": {}}), "utf-8")
        return write(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(targets, "write", forget)
    run = generate_target(target)

    assert [] == run.diagnostics
    assert "references" not in json.loads(lock.read_text("utf-8"))

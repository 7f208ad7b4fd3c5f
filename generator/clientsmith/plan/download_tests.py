"""Tests beside a package: each operation that hands out bytes, called in process."""

from __future__ import annotations

from http import HTTPStatus

from clientsmith.ir import Api, Binary, Operation, Response

from .answers import is_success
from .beside import DownloadTest, DownloadTests
from .call_tests import returning, status_of
from .calls import write_download
from .casing import named
from .code import Code
from .examples import Examples
from .imports import Import, render_imports
from .operations import Planned
from .package import Page
from .samples import Sampler

_BYTES = "application/octet-stream"


def plan_download_tests(api: Api, package: str, planned: list[Planned]) -> list[Page]:
    """Plan one test for each method that returns a `Download`, if there is any."""
    sampler = Sampler(Examples(api.declarations), sending=True)
    tests = [_test(one, sampler) for one in planned if one.download_method]
    if not tests:
        return []
    imports = {*_IMPORTS, Import(package, "Download")}
    imports.add(Import(f"{package}.testing", "FakeApi"))
    content = DownloadTests(render_imports(imports, "test_downloads"), tuple(tests))
    return [Page("tests/test_downloads.py", content)]


_IMPORTS = (
    Import("__future__", "annotations"),
    Import("collections.abc", "Callable"),
    Import("pathlib", "Path"),
)


def _test(planned: Planned, sampler: Sampler) -> DownloadTest:
    status, content = _served(planned.operation)
    path = [*planned.dotted.split(".")[:-1], str(planned.download_method)]
    return DownloadTest(
        name=named(f"test_{'_'.join(path)}"),
        script=returning(planned, Code("CONTENT"), status, content),
        call=write_download(planned, sampler),
    )


def _served(operation: Operation) -> tuple[int, Binary]:
    """Return the status of the bytes, and what they are.

    Where redirects alone are described, what they lead to is anything.
    """
    for response in operation.responses:
        if is_success(response, operation) and (binary := _binary(response)):
            return status_of(response), binary
    return HTTPStatus.OK, Binary(content_type=_BYTES, at=operation.at)


def _binary(response: Response) -> Binary | None:
    return next((one for one in response.content if isinstance(one, Binary)), None)

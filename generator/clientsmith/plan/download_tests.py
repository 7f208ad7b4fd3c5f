"""Tests beside a package: each operation that hands out bytes, called in process."""

from __future__ import annotations

from http import HTTPStatus

from clientsmith.ir import Api, Binary, Operation, Response

from .answers import is_success
from .beside import DownloadTest, DownloadTests
from .call_tests import client_arguments, served_as, status_of
from .calls import write_download
from .casing import named
from .code import literal
from .credentials import Secured
from .examples import Examples
from .operations import Planned
from .package import Page
from .samples import Sampler

_BYTES = "application/octet-stream"


def plan_download_tests(
    api: Api, package: str, planned: list[Planned], secured: list[Secured]
) -> list[Page]:
    """Plan one test for each method that returns a `Download`, if there is any."""
    sampler = Sampler(Examples(api.declarations), sending=True)
    tests = [_test(one, sampler) for one in planned if one.download_method]
    if not tests:
        return []
    content = DownloadTests(named(package), client_arguments(secured), tuple(tests))
    return [Page("tests/test_downloads.py", content)]


def _test(planned: Planned, sampler: Sampler) -> DownloadTest:
    status, content_type = _served(planned.operation)
    path = [*planned.dotted.split(".")[:-1], str(planned.download_method)]
    return DownloadTest(
        name=named(f"test_{'_'.join(path)}"),
        call=write_download(planned, sampler),
        status=literal(int(status)),
        content_type=literal(content_type),
    )


def _served(operation: Operation) -> tuple[int, str]:
    """Return the status and the media type of the bytes.

    Where redirects alone are described, what they lead to is anything.
    """
    for response in operation.responses:
        if is_success(response, operation) and (binary := _binary(response)):
            return status_of(response), served_as(binary)
    return HTTPStatus.OK, _BYTES


def _binary(response: Response) -> Binary | None:
    return next((one for one in response.content if isinstance(one, Binary)), None)

"""Where credentials come from: texts and functions, async ones for async clients."""

from fastrouter import AsyncClient, Client


def token() -> str:
    """Return a token."""
    return "t"


async def later() -> str:
    """Return a token after a while."""
    return "t"


Client(api_key="t", follow_redirects=False)
Client(api_key=token, base_url="https://a.example")
AsyncClient(api_key=token)
AsyncClient(api_key=later)

# mypy says: incompatible type "Callable[[], Coroutine[Any, Any, str]]"
# pyright says: Argument of type "() -> CoroutineType[Any, Any, str]"
Client(api_key=later)

# mypy says: Too many positional arguments for "Client"
# pyright says: Expected 0 positional arguments
Client("t")

# mypy says: Unexpected keyword argument "base_uri" for "Client"
# pyright says: No parameter named "base_uri"
Client(base_uri="https://a.example")

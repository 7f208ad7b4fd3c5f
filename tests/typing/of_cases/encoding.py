"""Forms, right and wrong."""

from case_encoding import Client
from case_encoding.models import Card

client = Client()

client.payments.create(
    amount=100,
    expand=["customer"],
    metadata={"order": "7"},
    items=[{"price": "p", "quantity": 2}],
)
client.payments.update(address={"city": "A"}, note=None)
client.payments.replace(body=Card(number="1"))
client.payments.replace(body={"iban": "X"})

# mypy says: Missing named argument "amount" for "create"
# pyright says: Argument missing for parameter "amount"
client.payments.create(expand=["customer"])

# mypy says: Dict entry 0 has incompatible type "str": "int"; expected "str": "str"
# pyright says: "dict[str, int]" ... cannot be assigned to parameter "metadata"
client.payments.create(amount=100, metadata={"order": 7})

# mypy says: Argument "body" ... expected "Card | CardParam | Transfer | TransferParam"
# pyright says: "dict[str, str]" is not assignable to "CardParam"
client.payments.replace(body={"bic": "X"})

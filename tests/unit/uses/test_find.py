"""Uses of a generated package in Python code."""

import ast
import sys
import textwrap
from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.schema.model import Schema
from docgen.uses import CodeUses, PackageNames, SourceFile, find_uses, names_of_package

ORDER = """\
# order resource type

Namespace: microsoft.graph

What a person buys. Inherits from [document](document.md).

## Methods
|Method|Return type|Description|
|:---|:---|:---|
|[List orders](../api/order-list.md)|[order](order.md) collection|All orders.|
|[Get order](../api/order-get.md)|[order](order.md)|One order.|
|[Give change](../api/order-givechange.md)|None|Give change.|

## Properties
|Property|Type|Description|
|:---|:---|:---|
|total|Double|What it costs.|
|state|[state](#state-values)|Its state.|
|buyer|[person](person.md)|Who buys it.|
|guests|[person](person.md) collection|Who else is there.|

### state values
|Member|Description|
|:---|:---|
|open|It is open.|
|paid|It is paid.|

## JSON representation
<!-- {
  "blockType": "resource",
  "keyProperty": "id",
  "baseType": "microsoft.graph.document",
  "@odata.type": "microsoft.graph.order"
}-->
```json
{"@odata.type": "#microsoft.graph.order", "total": 1.5}
```
"""
DOCUMENT = """\
# document resource type

Namespace: microsoft.graph

What is stored.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|createdBy|[person](person.md)|Who wrote it.|
"""
PERSON = """\
# person resource type

Namespace: microsoft.graph

A human being.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|name|String|The name.|
"""
API = """\
# {title}

Namespace: microsoft.graph

## HTTP request
```http
{request}
```

## Response
If successful, this method returns {response}.
"""
PAGES = {
    "resources/order.md": ORDER,
    "resources/document.md": DOCUMENT,
    "resources/person.md": PERSON,
    "api/order-list.md": API.format(
        title="List orders",
        request="GET /orders",
        response="`200 OK` and a collection of [order](../resources/order.md) objects",
    ),
    "api/order-get.md": API.format(
        title="Get order",
        request="GET /orders/{id}",
        response="`200 OK` and an [order](../resources/order.md) object",
    ),
    "api/order-givechange.md": API.format(
        title="order: giveChange",
        request="POST /orders/{id}/giveChange",
        response="`204 No Content`",
    ),
}
Resolves = Callable[[dict[str, str]], Result[Schema]]
Finds = Callable[..., CodeUses]


@pytest.fixture
def names(resolves: Resolves) -> PackageNames:
    schema = resolves(PAGES).value
    return names_of_package(schema, package="shop", root_namespace="microsoft.graph")


@pytest.fixture
def finds(names: PackageNames) -> Finds:
    """Return the uses in files; the keyword arguments are their names and contents."""

    def found(text: str = "", **others: str) -> CodeUses:
        texts = {"code": text, **others}
        files = [
            SourceFile(
                path=f"src/app/{name}.py", tree=ast.parse(textwrap.dedent(content))
            )
            for name, content in texts.items()
        ]
        return find_uses(files, names)

    return found


def short(found: CodeUses) -> list[str]:
    """Return the names of what is used in `code.py`, without types and namespace."""
    return [
        one.symbol.name.removeprefix("microsoft.graph.")
        for one in found.uses
        if one.path == "src/app/code.py" and not one.symbol.kind.endswith("type")
    ]


CLIENTS = {
    "a constructor": """
        from shop import Client
        Client("t").order.get("1")
        """,
    "the package": """
        import shop
        shop.Client("t").order.get("1")
        """,
    "another name": """
        import shop as s
        c = s.client.Client("t")
        c.order.get("1")
        """,
    "a with statement": """
        from shop import Client as C
        with C("t") as client, open("x") as file:
            client.order.get("1")
        """,
    "coroutines": """
        from shop import AsyncClient
        async def main():
            async with AsyncClient("t") as client:
                await client.order.get("1")
        """,
    "a parameter": """
        from shop import Client
        def f(client: Client): client.order.get("1")
        """,
    "a parameter with a string annotation": """
        from shop import Client
        def f(client: "Client | None" = None): client.order.get("1")
        """,
    "a parameter with a module": """
        import shop
        from typing import Optional
        def f(*, client: Optional[shop.Client]): client.order.get("1")
        """,
    "a default": """
        from shop import Client
        def f(client=Client("t")): client.order.get("1")
        """,
    "a protocol": """
        from shop.operations import OrderOperations
        def f(orders: OrderOperations): orders.get("1")
        """,
    "an asynchronous protocol in its module": """
        from shop.operations.order import AsyncOrderOperations
        async def f(orders: AsyncOrderOperations): await orders.get("1")
        """,
    "the class of a resource": """
        from shop.client.order import OrderClient
        def f(orders: OrderClient): orders.get("1")
        """,
    "an attribute of self": """
        from shop import Client
        class Service:
            def __init__(self, client: Client): self._client = client
            def one(self): return self._client.order.get("1")
        """,
    "a declared attribute": """
        from shop import Client
        class Service:
            client: Client
            def one(self): return self.client.order.get("1")
        """,
    "an inherited attribute": """
        from shop import Client
        class Base:
            def __init__(self): self.client = Client("t")
        class Service(Base):
            def one(self): return self.client.order.get("1")
        """,
    "a derived client": """
        from shop import Client
        class Own(Client):
            def one(self): return self.order.get("1")
        """,
    "an instance of a derived client": """
        from shop import Client
        class Own(Client): pass
        Own("t").order.get("1")
        """,
    "a function": """
        from shop import Client
        def connect() -> Client: ...
        connect().order.get("1")
        """,
    "a function without an annotation": """
        from shop import Client
        def connect():
            client = Client("t")
            return client
        connect().order.get("1")
        """,
    "a context manager": """
        from collections.abc import Iterator
        from contextlib import contextmanager
        from shop import Client
        @contextmanager
        def connect() -> Iterator[Client]: yield Client("t")
        with connect() as client: client.order.get("1")
        """,
    "a method": """
        from shop import Client
        class Service:
            @property
            def nothing(self): return None
            def client(self) -> Client: ...
        Service().client().order.get("1")
        """,
    "a choice": """
        from shop import Client
        def f(given=None):
            client = given or Client("t")
            client.order.get("1")
        """,
    "an assignment expression": """
        from shop import Client
        if client := Client("t"): client.order.get("1")
        """,
    "an alias": """
        from shop import AsyncClient, Client
        Any = Client | AsyncClient
        def f(client: Any): client.order.get("1")
        """,
    "a list": """
        from shop import Client
        for client in [Client("a"), Client("b")]: client.order.get("1")
        """,
    "a pair": """
        from shop import Client
        client, number = Client("t"), 5
        client.order.get("1")
        """,
    "a resource with its own name": """
        from shop import Client
        orders = Client("t").order
        get = orders.get
        get("1")
        """,
    "a batch": """
        from shop import Client
        client = Client("t")
        with client.batch() as batch: batch.add(client.order.get, "1")
        """,
    "a lambda": """
        from shop import Client
        client = Client("t")
        work = lambda number: client.order.get(number)
        """,
    "a global name": """
        from shop import Client
        client = None
        def connect():
            global client
            client = Client("t")
        def one(): return client.order.get("1")
        """,
    "a property": """
        from shop import Client
        class A:
            @property
            def client(self): return Client("t")
            def one(self): return self.client.order.get("1")
        """,
    "a cached property with an annotation": """
        import functools, shop
        class A:
            @functools.cached_property
            def client(self) -> shop.Client: ...
        def f(a: A): return a.client.order.get("1")
        """,
    "an inherited property": """
        from shop import Client
        class A:
            @property
            def client(self) -> Client: ...
        class B(A):
            def one(self): return self.client.order.get("1")
        """,
    "a dependency": """
        from fastapi import Depends
        from shop import Client
        def client() -> Client: ...
        def route(shop=Depends(client)): shop.order.get("1")
        """,
    "a dependency that is closed": """
        import fastapi
        from shop import AsyncClient
        async def client():
            async with AsyncClient("t") as found:
                yield found
        async def route(shop=fastapi.Depends(client)): await shop.order.get("1")
        """,
    "an annotated dependency": """
        from typing import Annotated
        from fastapi import Depends
        from shop import Client
        def client(): ...
        Shop = Annotated[Client, Depends(client)]
        def route(shop: Shop): shop.order.get("1")
        """,
    "an own context manager": """
        from shop import Client
        class Session:
            def __enter__(self) -> Client: ...
        with Session() as client: client.order.get("1")
        """,
    "an own context manager of coroutines": """
        from shop import AsyncClient
        class Session:
            async def __aenter__(self):
                self.client = AsyncClient("t")
                return self.client
        async def f():
            async with Session() as client: await client.order.get("1")
        """,
    "an own context manager that returns itself": """
        from typing import Self
        from shop import Client
        class Session:
            client: Client
            def __enter__(self) -> Self: return self
        with Session() as session: session.client.order.get("1")
        """,
    "a stack of context managers": """
        from contextlib import ExitStack
        from shop import Client
        with ExitStack() as stack:
            client = stack.enter_context(Client("t"))
            client.order.get("1")
        """,
    "a closed object": """
        from contextlib import closing
        from shop import Client
        with closing(Client("t")) as client: client.order.get("1")
        """,
    "a closed object of coroutines": """
        from contextlib import aclosing
        from shop import AsyncClient
        async def f():
            async with aclosing(AsyncClient("t")) as client: await client.order.get("1")
        """,
    "a stack of own context managers": """
        from contextlib import ExitStack, contextmanager
        from shop import Client
        @contextmanager
        def connect(): yield Client("t")
        with ExitStack() as stack: stack.enter_context(connect()).order.get("1")
        """,
    "a derived client of the same name": """
        from shop import Client
        class Client(Client): pass
        Client("t").order.get("1")
        """,
    "a name of the function around a class": """
        from shop import Client
        def f():
            client = None
            class Service:
                client = None
                def connect(self):
                    nonlocal client
                    client = Client("t")
            client.order.get("1")
        """,
    "a function that creates it": """
        from collections.abc import Callable
        from shop import Client
        def f(create: Callable[[], Client]): create().order.get("1")
        """,
    "a class as a parameter": """
        from shop import Client
        def f(kind: type[Client]): kind("t").order.get("1")
        """,
    "a string as an alias": """
        from typing import TypeAlias
        import shop
        Any: TypeAlias = "shop.Client | None"
        def f(client: Any): client.order.get("1")
        """,
    "a partial function": """
        from functools import partial
        from shop import Client
        new = partial(Client, "t")
        new().order.get("1")
        """,
    "a name of the function around": """
        from shop import Client
        def f():
            client = None
            def connect():
                nonlocal client
                client = Client("t")
            client.order.get("1")
        """,
    "a class pattern": """
        from shop import Client
        def f(value):
            match value:
                case Client() as client: client.order.get("1")
        """,
    "a decorator's argument": """
        from shop import Client
        client = Client("t")
        @retry(client.order.get("1"))
        def f(): pass
        """,
}


ALIASES = ("Client", "Client | None", "'Client'", "Annotated[shop.Client, 1]")


@pytest.mark.skipif(sys.version_info < (3, 12), reason="a statement of Python 3.12")
@pytest.mark.parametrize("alias", ALIASES)
def test_type_statements(finds: Finds, alias: str) -> None:
    found = finds(f"""
        import shop
        from shop import Client
        type Shop = {alias}
        def f(client: Shop): client.order.get("1")
        """)
    assert short(found) == ["order.get"]


@pytest.mark.parametrize("code", CLIENTS.values(), ids=CLIENTS)
def test_clients_that_are_found(finds: Finds, code: str) -> None:
    found = finds(code)
    assert short(found) == ["order.get"]
    assert found.possible == ()


VALUES = {
    "a result": "client.order.get('1').total",
    "pages": "[one.total for one in client.order.list()]",
    "the first of pages": "client.order.list().first().total",
    "a list of pages": "list(client.order.list())[0].total",
    "a loop": "for one in client.order.list(top=5): one.total",
    "pages of pages": "for page in client.order.list().pages(): page[0].total",
    "a generator": "sum(one.total for one in client.order.list())",
    "a part of a list": "list(client.order.list())[1:][0].total",
    "some of the pages": "for one in filter(None, client.order.list()): one.total",
    "the end of an annotated operation": (
        "def f(job: shop.LongRunning[shop.models.Order]): job.wait().total"
    ),
    "an annotated coroutine": (
        "async def f(order: Coroutine[None, None, shop.models.Order]): (await order).total"
    ),
    "an item": "next(iter(client.order.list())).total",
    "a batched result": "client.batch().add(client.order.get, '1').result().total",
    "a keyword": "shop.models.Order(total=1)",
    "a constructor for JSON": "shop.models.Order.from_dict({}).total",
    "a copy": "dataclasses.replace(shop.models.Order()).total",
    "a cast": "cast(shop.models.Order, x).total",
    "an annotation": "def f(order: shop.models.Order): order.total",
    "a function for each item": "for one in map(client.order.get, ids): one.total",
    "a task with a limit": "async def f(): (await wait_for(client.order.get('1'), 5)).total",
    "a class pattern": """
match client.order.get("1"):
    case shop.models.Order() as order: order.total
""",
    "a list of annotated items": "def f(orders: list[shop.models.Order]): orders[0].total",
    "an assignment": "order = shop.models.Order(); order.total = 5",
}


@pytest.mark.parametrize("code", VALUES.values(), ids=VALUES)
def test_properties_that_are_found(finds: Finds, code: str) -> None:
    found = short(finds(f"import shop\nclient = shop.Client('t')\n{code}\n"))
    assert "order.total" in found


def test_properties_of_base_types_and_of_properties(finds: Finds) -> None:
    found = finds("""
        from shop.models import Order
        def f(order: Order):
            order.id
            order.created_by.name
            order.buyer.name
            for guest in order.guests: guest.name
            order.nothing
        """)
    assert short(found) == [
        "document.id",
        "document.createdBy",
        "person.name",
        "order.buyer",
        "person.name",
        "order.guests",
        "person.name",
    ]


def test_members_and_classes(finds: Finds) -> None:
    found = finds("""
        from shop.models import Order, State
        def f(order: Order) -> bool: return order.state is State.OPEN
        """)
    shown = [(one.line, one.column, one.symbol.kind, one.text) for one in found.uses]
    assert shown == [
        (3, 14, "entity type", "Order"),
        (3, 43, "property", "order.state"),
        (3, 52, "enum type", "State"),
        (3, 58, "member", "State.OPEN"),
    ]


def test_keys_of_typed_dictionaries(resolves: Resolves) -> None:
    schema = resolves(PAGES).value
    names = names_of_package(
        schema, package="shop", root_namespace="microsoft.graph", flavour="typeddict"
    )
    code = "from shop import Client\nClient('t').order.get('1')['createdBy']['name']"
    found = find_uses([SourceFile(path="src/app/code.py", tree=ast.parse(code))], names)
    assert short(found) == ["document.createdBy", "person.name", "order.get"]


PYDANTIC = {
    "a constructor": "Order.model_construct(total=1).total",
    "JSON": "Order.model_validate_json(text).total",
    "a copy": "Order.model_validate(data).model_copy().total",
}


@pytest.mark.parametrize("code", PYDANTIC.values(), ids=PYDANTIC)
def test_constructors_of_pydantic(resolves: Resolves, code: str) -> None:
    schema = resolves(PAGES).value
    names = names_of_package(
        schema, package="shop", root_namespace="microsoft.graph", flavour="pydantic"
    )
    tree = ast.parse(f"from shop.models import Order\n{code}")
    found = find_uses([SourceFile(path="src/app/code.py", tree=tree)], names)
    assert short(found) == ["order.total"]


def test_a_name_of_several_files_is_not_known(names: PackageNames) -> None:
    files = {
        "src/app/code.py": "from clients import client\nclient.order.get('1')",
        "src/app/clients.py": "from shop import Client\nclient = Client('t')",
        "old/clients.py": "client = None",
    }
    found = find_uses(
        [SourceFile(path=path, tree=ast.parse(one)) for path, one in files.items()],
        names,
    )
    assert short(found) == []
    assert [one.text for one in found.possible] == ["client.order.get"]


OTHER_FILES = {
    "a variable": ("client = Client('t')", "from app.clients import client"),
    "a relative import": ("client = Client('t')", "from .clients import client"),
    "the name of a module": (
        "client = Client('t')",
        "from app import clients\nclient = clients.client",
    ),
    "a complete name": (
        "client = Client('t')",
        "import app.clients\nclient = app.clients.client",
    ),
    "a function": (
        "def connect(): return Client('t')",
        "from app.clients import connect as c\nclient = c()",
    ),
    "a class": (
        "class Service:\n    def __init__(self): self.api = Client('t')",
        "from app.clients import Service\nclient = Service().api",
    ),
}


@pytest.mark.parametrize(("other", "code"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_names_of_other_files(finds: Finds, other: str, code: str) -> None:
    found = finds(
        f"{code}\nclient.order.get('1')\n", clients=f"from shop import Client\n{other}"
    )
    assert short(found) == ["order.get"]


POSSIBLE = {
    "a resource": ("def f(api): api.order.get('1')", ["api.order.get"]),
    "a resource alone": ("def f(order): order.get('1')", ["order.get"]),
    "a name of several words": (
        "def f(api): api.give_change('1')",
        ["api.give_change"],
    ),
    "a common name": ("def f(data): data.get('1')", []),
    "a result of an unknown function": (
        "connect().order.list()",
        ["connect().order.list"],
    ),
    "a known object": (
        "import shop\nshop.models.Order().get('1')",
        [],
    ),
}


@pytest.mark.parametrize(("code", "expected"), POSSIBLE.values(), ids=POSSIBLE)
def test_calls_of_unknown_objects(finds: Finds, code: str, expected: list[str]) -> None:
    found = finds(code)
    assert [one.text for one in found.possible] == expected
    assert short(found) == []


NOTHING = {
    "another package": "from other import Client\nClient('t').things.get('1')",
    "a hidden name": """
        from shop import Client
        client = Client("t")
        def f(client): client.things.get("1")
        """,
    "a name of a class in its method": """
        from shop import Client
        class A:
            order = Client("t").order
            def f(self): order.get("1")
        """,
    "the first parameter of a static method": """
        from shop import Client
        class A:
            order = Client("t").order
            @staticmethod
            def f(self): self.order.get("1")
        """,
    "a class that is its own base": "class A(A): pass\nA().things.get('1')",
    "functions that call each other": """
        def f(): return g()
        def g(): return f()
        f().things.get("1")
        """,
    "a name that is its own value": "x = x.things\nx.get('1')",
    "an alias of itself": "A = list[A]\ndef f(x: A): x.things()",
    "an invalid annotation": "def f(x: 'a b'): x.things()",
    "too many levels": "from ....... import a\na.things()",
}


@pytest.mark.parametrize("code", NOTHING.values(), ids=NOTHING)
def test_code_without_uses(finds: Finds, code: str) -> None:
    assert short(finds(code)) == []


HIDING = {
    "several targets": "order, other = value",
    "targets in targets": "(other, [order, *rest]) = value",
    "the rest of a sequence": "first, *order = value",
    "an exception": "try: g()\nexcept OSError as order: order.get('1')",
    "a group of exceptions": "try: g()\nexcept* OSError as order: order.get('1')",
    "a pattern": "match value:\n    case order: pass",
    "a pattern in a pattern": "match value:\n    case {'a': [order]}: pass",
    "the rest of a pattern": "match value:\n    case [_, *order]: pass",
    "the rest of a mapping": "match value:\n    case {**order}: pass",
    "several targets of a loop": "for order, other in value: order.get('1')",
    "several targets of a comprehension": "[order.get('1') for order, _ in value]",
    "a target of an inner comprehension": "{a: order.get('1') for a, (order, b) in value}",
    "several targets of a with statement": "with value as (order, other): pass",
    "an augmented assignment": "order += 1",
    "an import": "import json as order",
    "a parameter of a lambda": "lambda *order: order.get('1')",
}


@pytest.mark.parametrize("statement", HIDING.values(), ids=HIDING)
def test_names_that_hide_others(finds: Finds, statement: str) -> None:
    inner = textwrap.indent(statement, "    ")
    is_expression = statement.startswith(("[", "{", "lambda"))
    use = "" if is_expression else "    order.get('1')\n"
    code = f"from shop import Client\norder = Client('t').order\ndef f(value):\n{inner}\n{use}"
    assert short(finds(code)) == []


@pytest.mark.parametrize("parameters", ["*order", "**order", "a, /, *order, b=1"])
def test_parameters_that_hide_names(finds: Finds, parameters: str) -> None:
    code = f"""
        from shop import Client
        order = Client("t").order
        def f({parameters}): order.get("1")
        """
    assert short(finds(code)) == []


def test_positions_are_those_of_the_names(finds: Finds) -> None:
    found = finds("""
        from shop import Client
        ä = Client("t"); ä.order \\
            .get("1")
        """)
    assert [(one.line, one.column) for one in found.uses] == [(4, 6)]


UNKNOWN = {
    "a parameter with a default": "def f(x=None): x.total",
    "a keyword with a default": "def f(*, x=''): x.total",
    "a parameter with the name of a builtin": "def f(input): input.total",
    "a name of a builtin in a loop": "def f(a):\n    for b, input in a: input.total",
    "an item with the name of a builtin": "def f(a): [id.total for id, b in a]",
    "several arguments": "def f(*map): map.total",
    "a name that is also a target": "def f(a):\n    x = ''\n    for b, x in a: x.total",
    "a name that is also unpacked": "def f(a):\n    x = ''\n    b, x = a\n    x.total",
    "a name that is added to": "def f(a):\n    x = ''\n    x += a\n    x.total",
    "the rest of a list": "def f(a):\n    b, *x = '', *a\n    x.total",
    "a name in a pattern": "def f(a):\n    x = ''\n    match a:\n        case [x]: x.total",
    "an exception": "x = ''\ntry: pass\nexcept E as x: x.total",
    "an item of a list in a name": "def f(a):\n    rows = [a]\n    for x in rows: x.total",
    "an item of a list that grows": """
        def f(a):
            rows = []
            rows.append(a)
            for x in rows: x.total
        """,
    "an item of a set that grows": """
        def f(a):
            rows = set()
            rows.add(a)
            for x in rows: x.total
        """,
    "a key of a dictionary that grows": """
        from collections import defaultdict
        def f(a):
            rows = defaultdict(list)
            rows[a].append("b")
            for x in rows: x.total
        """,
    "an item of a parameter that is a list": "def f(rows: list):\n    for x in rows: x.total",
    "an item of a parameter of several types": """
        def f(rows: str | tuple):
            for x in rows: x.total
        """,
    "an item of a sorted list": "def f(a, b):\n    for x in sorted([a, b]): x.total",
    "an item of a dictionary": "def f(a):\n    for x in dict(y=a): x.total",
    "an item of sorted items": "def f(a):\n    for x in sorted([y for y in a]): x.total",
    "a choice of a list": "import random\ndef f(a, b): random.choice([a, b]).total",
    "a copy of items": "from queue import Queue\ndef f(a):\n    for x in Queue([a]): x.total",
    "an item of a sum": "def f(a):\n    for x in ['b'] + [a]: x.total",
    "a class": "def f(x: type): x.total",
    "a variable of a type": "from other import T\ndef f(x: T): x.total",
    "an abstract type": "from typing import Sized\ndef f(x: Sized): x.total",
    "a parameter": "def f(x): x.total",
    "an attribute of a parameter": "def f(x): x.y.total",
    "a result": "def f(x): x().total",
    "a result of another package": "from other import first\nfirst().total",
    "an object of another package": "from other import state\nstate.first.total",
    "an attribute of another object": "from other import State\nState().first.total",
    "a copy": "from copy import copy\ndef f(x): copy(x).total",
    "an item": "def f(rows):\n    for row in rows: row.total",
    "an item of a list": "def f(x):\n    for row in [x]: row.total",
    "an annotation that says nothing": "def f(x: object): x.total",
    "any value": "from typing import Any\ndef f(x: Any): x.total",
    "one of several values": "def f(x):\n    y = x\n    y = 'a'\n    y.total",
    "an attribute that is set": "def f(x): x.total = 1",
}
OTHERS = {
    "a method": "def f(x): x.total()",
    "a string": "'a'.total",
    "a formatted string": "f'{1}'.total",
    "a list": "[].total",
    "a result of text": "def f(x): (x + 'a').total",
    "a name with a string": "x = 'a'\nx.total",
    "a module of Python": "import os\nos.total",
    "an object in a module of Python": "import sys\nsys.stdout.total",
    "a result of Python": "import re\nre.compile('a').total",
    "a result of a class method": "from datetime import datetime\ndatetime.now().total",
    "a builtin": "with open('a') as file: file.total",
    "a class of Python": "from pathlib import Path\ndef f(x): Path(x).total",
    "a class of another package": "import pandas as pd\ndef f(x): pd.DataFrame(x).total",
    "a pair of names": "x, y = '', []\ny.total",
    "an item of a result of Python": "for x in open('a'): x.total",
    "an item of a tuple": "for x in ('a', 'b'): x.total",
    "a result of Python for a list": "import subprocess as s\ns.run(['a', 'b']).total",
    "a file at an annotated path": """
        from pathlib import Path
        def f(path: Path):
            with open(path / "a") as file: file.total
        """,
    "a name that depends on itself": "x = ''\nx = x + 'a'\nx.total",
    "an annotation": "from pathlib import Path\ndef f(x: Path | None): x.total",
    "an annotation of another package": "import pandas\ndef f(x: pandas.Series): x.total",
    "a builtin as an annotation": "def f(x: str): x.total",
    "a name of two other values": "def f(y: str):\n    x = y\n    x = 'a'\n    x.total",
}


@pytest.mark.parametrize("code", UNKNOWN.values(), ids=UNKNOWN)
def test_attributes_of_unknown_objects(finds: Finds, code: str) -> None:
    assert [one.name for one in finds(code).unknown] == ["total"]


@pytest.mark.parametrize("code", OTHERS.values(), ids=OTHERS)
def test_attributes_of_objects_that_are_evidently_others(
    finds: Finds, code: str
) -> None:
    assert finds(code).unknown == ()


@pytest.mark.parametrize(
    "code",
    [
        "from app.shelf import Shelf\nShelf.top().total",
        "import shelf\nshelf.state.total",
        "from shop.extra import Shelf\nShelf('a').total",
    ],
    ids=["a result", "in a module named as one of Python", "in the package"],
)
def test_attributes_of_what_own_code_has_are_unknown(code: str, finds: Finds) -> None:
    shelf = "import other\nfrom other import state\nclass Shelf(other.Base): pass"
    found = finds(code.replace("shelf", "calendar"), calendar=shelf)
    assert [one.name for one in found.unknown] == ["total"]


def test_attributes_of_names_that_depend_on_each_other(finds: Finds) -> None:
    found = finds("""
        import re
        def f(a):
            y = x
            x = re.sub(y, a)
            for one in x: one.total
            for other in y: other.total
        """)
    assert [one.line for one in found.unknown] == [6, 7]


def test_an_attribute_of_the_last_of_many_names_is_unknown(finds: Finds) -> None:
    names = "".join(f"x{number} = x{number - 1}\n" for number in range(1, 500))
    found = finds(f"x0 = ''\n{names}x499.total\nx1.total\n")
    assert [one.line for one in found.unknown] == [501]


IMPORTS = {
    "a class": ("from shop.models import Order", [1]),
    "another name": ("from shop.models import Person, Order as O", [1]),
    "in several lines": ("from shop.models import (\n    Person,\n    Order,\n)", [3]),
    "in a function": ("def f():\n    from shop.models import Order", [2]),
    "another class": ("from shop.models import Person", []),
    "a class of another package": ("from other.models import Order", []),
    "a module": ("from shop import models", []),
}


@pytest.mark.parametrize(("code", "lines"), IMPORTS.values(), ids=IMPORTS)
def test_lines_that_import_a_class(finds: Finds, code: str, lines: list[int]) -> None:
    found = finds(code)
    assert [
        one.line for one in found.imports if one.symbol.name.endswith(".order")
    ] == lines
    assert short(found) == []

"""A parameter in the body, or fields of a form, are the request body."""

from __future__ import annotations

from unit.resolve.swagger.converting import compiled, converted, operation, problems

BODY = "{name: b, in: body, required: true, description: d, schema: {type: object}}"


def test_a_body_is_sent_as_what_the_operation_consumes() -> None:
    """Each media type has the same schema."""
    found = operation(f"consumes: [application/xml, text/plain], parameters: [{BODY}]")
    content = {"schema": {"type": "object"}}
    expected = {
        "required": True,
        "description": "d",
        "content": {"application/xml": content, "text/plain": content},
    }

    assert expected == found["requestBody"]


def test_a_body_is_json_unless_something_else_is_said() -> None:
    """By the operation, else by the document."""
    plain = operation(f"parameters: [{BODY}]")
    given = operation(f"parameters: [{BODY}]", "consumes: [text/plain]\n")

    assert ["application/json"] == list(plain["requestBody"]["content"])
    assert ["text/plain"] == list(given["requestBody"]["content"])


def test_fields_of_a_form_are_properties() -> None:
    """Those that are required are so in the object, which then is itself."""
    fields = (
        "{name: a, in: formData, type: string, required: true, description: d},"
        "{name: b, in: formData, type: array, items: {type: integer}, "
        "collectionFormat: multi}"
    )
    found = operation(f"parameters: [{fields}]")["requestBody"]
    schema = {
        "type": "object",
        "properties": {
            "a": {"type": "string", "description": "d"},
            "b": {"type": "array", "items": {"type": "integer"}},
        },
        "required": ["a"],
    }

    assert {
        "required": True,
        "content": {"application/x-www-form-urlencoded": {"schema": schema}},
    } == found


def test_a_file_is_sent_in_parts() -> None:
    """Whatever the operation says that it consumes."""
    found = operation("parameters: [{name: f, in: formData, type: file}]")
    (media_type,) = found["requestBody"]["content"].items()

    assert "multipart/form-data" == media_type[0]
    assert {"type": "string", "format": "binary"} == (
        media_type[1]["schema"]["properties"]["f"]
    )


def test_a_field_that_is_joined_has_an_encoding() -> None:
    """Commas are what Swagger means where it says nothing."""
    array = "type: array, items: {type: string}"
    fields = f"{{name: a, in: formData, {array}}}, {{name: b, in: formData, {array}, "
    found = operation(f"parameters: [{fields}collectionFormat: pipes}}]")
    (media_type,) = found["requestBody"]["content"].values()

    assert {
        "a": {"style": "form", "explode": False},
        "b": {"style": "pipeDelimited", "explode": False},
    } == media_type["encoding"]


def test_a_field_that_is_joined_by_tabs_is_a_string() -> None:
    """OpenAPI 3 has no word for it; the caller can join them."""
    array = "type: array, items: {type: string}, collectionFormat: tsv"
    field = f"{{name: f, in: formData, {array}}}"
    text = f"paths: {{/a: {{post: {{parameters: [{field}]}}}}}}\n"

    assert ["collection-format"] == [one.code for one in problems(text)]


def test_the_operations_of_a_path_share_its_body() -> None:
    """And may have one of their own."""
    own = "{name: b, in: body, schema: {type: string}}"
    text = f"""
        paths:
          /a:
            parameters: [{BODY}]
            post: {{responses: {{}}}}
            put: {{parameters: [{own}], responses: {{}}}}
    """
    item = converted(text)["paths"]["/a"]
    types = {
        method: item[method]["requestBody"]["content"]["application/json"]["schema"]
        for method in ("post", "put")
    }

    assert {"post": {"type": "object"}, "put": {"type": "string"}} == types
    assert [] == item["parameters"]


def test_a_shared_body_is_a_component() -> None:
    """Where an operation consumes something else, it has a copy."""
    text = f"""
        paths:
          /a: {{post: {{parameters: [{{$ref: "#/parameters/b"}}], responses: {{}}}}}}
          /b:
            post:
              consumes: [text/plain]
              parameters: [{{$ref: "#/parameters/b"}}]
              responses: {{}}
        parameters:
          b: {BODY}
    """
    found = converted(text)

    assert ["b"] == list(found["components"]["requestBodies"])
    assert {"$ref": "#/components/requestBodies/b"} == (
        found["paths"]["/a"]["post"]["requestBody"]
    )
    assert ["text/plain"] == list(
        found["paths"]["/b"]["post"]["requestBody"]["content"]
    )


def test_a_shared_field_is_part_of_each_form() -> None:
    """OpenAPI 3 has no place for it alone."""
    text = """
        paths:
          /a: {post: {parameters: [{$ref: "#/parameters/f"}], responses: {}}}
        parameters:
          f: {name: f, in: formData, type: string}
    """
    found = converted(text)
    content = found["paths"]["/a"]["post"]["requestBody"]["content"]

    assert ["f"] == list(
        content["application/x-www-form-urlencoded"]["schema"]["properties"]
    )


def test_a_second_body_is_reported() -> None:
    """It cannot be sent."""
    form = "{name: f, in: formData, type: string}"
    text = f"paths: {{/a: {{post: {{parameters: [{BODY}, {form}]}}}}}}\n"

    assert [("body-ambiguous", "#/paths/~1a/post/parameters/1")] == [
        (one.code, str(one.at)) for one in compiled(text).diagnostics
    ]


def test_a_field_has_a_name() -> None:
    """Nothing could be sent under none."""
    text = "paths: {/a: {post: {parameters: [{in: formData, type: string}]}}}\n"

    assert ["field-missing"] == [one.code for one in problems(text)]

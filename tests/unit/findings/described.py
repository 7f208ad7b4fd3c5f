"""A description with a little of everything that changes upstream."""

from __future__ import annotations

from textwrap import dedent

DESCRIPTION = dedent(
    """\
    openapi: 3.1.0
    info: {title: Pets, version: "1"}
    servers: [{url: "https://pets.example.com"}]
    paths:
      /pets:
        get:
          operationId: listPets
          summary: Finds pets.
          tags: [pets]
          parameters:
            - name: kind
              in: query
              schema: {$ref: "#/components/schemas/Kind"}
            - $ref: "#/components/parameters/Limit"
          responses:
            "200":
              description: The pets.
              content:
                application/json:
                  schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}
        post:
          operationId: addPet
          tags: [pets]
          requestBody:
            required: true
            content:
              application/json:
                schema: {$ref: "#/components/schemas/Pet"}
          responses:
            "201":
              description: The pet.
              content:
                application/json:
                  schema: {$ref: "#/components/schemas/Pet"}
      /pets/{id}:
        delete:
          operationId: removePet
          tags: [pets]
          parameters:
            - name: id
              in: path
              required: true
              schema: {type: string}
          responses:
            "204": {description: It is gone.}
    components:
      parameters:
        Limit:
          name: limit
          in: query
          schema: {type: integer}
      schemas:
        Pet:
          type: object
          required: [name]
          properties:
            name: {type: string}
            kind: {$ref: "#/components/schemas/Kind"}
            mood: {type: string, enum: [calm, wild]}
            home: {$ref: "#/components/schemas/Home"}
        Kind:
          type: string
          enum:
            - cat
            - dog
        House:
          type: object
          required: [rooms]
          properties: {rooms: {type: integer}}
        Nest:
          type: object
          required: [twigs]
          properties: {twigs: {type: integer}}
        Cave:
          type: object
          required: [depth]
          properties: {depth: {type: integer}}
        Home:
          anyOf:
            - $ref: "#/components/schemas/House"
            - $ref: "#/components/schemas/Nest"
    """
)


def part(begin: str, end: str) -> str:
    """Return what stands from one text up to another one."""
    return begin + DESCRIPTION.partition(begin)[2].partition(end)[0]

"""The description of the interface: what the framework sees, each question as an operation of its own, problems."""

from __future__ import annotations

import copy
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api import problems, reference
from api.examples import forms
from api.negotiation import TABLE
from queries.catalogue import catalogue
from queries.question import Parameter, Question

Schema = dict[str, Any]
_PARAMETER_SCHEMAS: dict[str, Schema] = {"integer": {"type": "integer"}, "date": {"type": "string"}}
_DESCRIPTION = """\
The knowledge graph of French oncology: who works with whom, on what, since when, and which sentence says so.

Read only, but for decisions on the review queue. Every answer holds only what the loaded documents say; nothing found
means "not in these documents".
A thing is `{"iri", "name"}`, a date `{"value", "precision", "basis"}` (never finer than the text; `inferred` and
`derived` are worked out, not written), an absent value `{"unknown": reason}`. Errors are `application/problem+json`.
Names and labels come in French or English by `?lang=` or `Accept-Language`; forms by `?format=` or `Accept`.
Nothing here is meant to rank people or institutions.
"""


def install(app: FastAPI) -> None:
    """Give the application its description, made once."""

    def describe() -> Schema:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = describe  # type: ignore[method-assign]


def _described(app: FastAPI) -> Schema:
    described = get_openapi(
        title="oncograph",
        version=app.version,
        description=_DESCRIPTION,
        routes=app.routes,
        tags=_tags(),
        servers=app.servers,
    )
    described["info"]["license"] = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
    schemas = described.setdefault("components", {}).setdefault("schemas", {})
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    schemas["Problem"] = _problem_schema()
    schemas.update(_enumerations())
    generic = described["paths"]["/v1/questions/{id}"]["get"]
    for question in catalogue().questions.values():
        described["paths"][f"/v1/questions/{question.id}"] = {"get": _operation(question, generic)}
    for operations in described["paths"].values():
        for operation in operations.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = {
                "description": "A problem, as RFC 9457 describes it.",
                "content": {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
    return described


def _tags() -> list[Schema]:
    words = {
        "questions": "Questions with names, and sentences in French or English.",
        "search": "Find things by name.",
        "actors": "Organisations and persons.",
        "agreements": "Who agreed with whom, on what, when.",
        "areas": "Therapeutic areas and approaches.",
        "documents": "What everything rests on.",
        "paths": "How two actors are connected.",
        "export": "Everything at once.",
        "identifiers": "The IRIs of the data.",
        "ontology": "What may be said: classes, properties, areas, rules and values.",
        "quality": "What is missing or waits for a person.",
        "review": "What a person should decide on, and the decisions.",
        "operations": "For those who run the service.",
    }
    return [{"name": name, "description": text} for name, text in words.items()]


def _operation(question: Question, generic: Schema) -> Schema:
    common = [copy.deepcopy(each) for each in generic["parameters"] if each["in"] == "query"]
    return {
        "tags": ["questions"],
        "summary": question.worded("en"),
        "description": f"{question.description['en']}\n\n*{question.worded('fr')}* {question.description['fr']}",
        "operationId": f"answer{question.id}",
        "parameters": [_parameter(parameter) for parameter in question.parameters] + common,
        "responses": {"200": {"description": "The answer.", **forms(TABLE)[200]}},
    }


def _parameter(parameter: Parameter) -> Schema:
    schema: Schema = dict(_PARAMETER_SCHEMAS.get(parameter.type, {"type": "string"}))
    if parameter.values:
        schema["enum"] = list(parameter.values)
    if parameter.default is not None:
        schema["default"] = int(parameter.default) if parameter.type == "integer" else parameter.default
    described: Schema = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": f"{parameter.label['en']} / {parameter.label['fr']}",
        "schema": schema,
    }
    return described | ({"example": parameter.example} if parameter.example is not None else {})


def _enumerations() -> Schema:
    """The closed lists of the ontology, each as a schema such as `Tier`, `Basis` or `AgreementKind`."""
    return {
        name[:1].upper() + name[1:]: {
            "type": "string",
            "description": each["label"]["en"],
            "enum": [value["value"] for value in each["values"]],
        }
        for name, each in reference.enumerations().items()
    }


def _problem_schema() -> Schema:
    text = {"type": "string"}
    return {
        "type": "object",
        "description": "What went wrong (RFC 9457). Some kinds have more members.",
        "required": ["type", "title", "status", "detail", "requestId"],
        "properties": {
            "type": {"type": "string", "format": "uri", "enum": [kind.type for kind in problems.KINDS.values()]},
            "title": text,
            "status": {"type": "integer"},
            "detail": text,
            "help": {"type": "string", "description": "Page about this kind of problem."},
            "requestId": text,
            "place": text,
            "remedy": text,
        },
        "additionalProperties": True,
    }

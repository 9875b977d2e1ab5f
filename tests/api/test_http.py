"""The HTTP promises: forms, pages, problems, identifiers, and examples that work when tried."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from urllib.parse import quote

import httpx
import pyoxigraph
import pytest
import rdflib
from fastapi import FastAPI

from api import problems
from api.negotiation import DUMP, JSON, RDF
from graph.export import ExportFormat, export
from graph.settings import StoreSettings
from graph.store import Store
from ontology import iris, rdf
from queries.catalogue import catalogue

OXIGRAPH = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "nq": pyoxigraph.RdfFormat.N_QUADS,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
LISTS = ("actors", "agreements", "areas", "documents")


def triples(content: bytes, form: str) -> set[str]:
    return {str(quad.triple) for quad in pyoxigraph.parse(content, format=OXIGRAPH[form])}


def items(client: httpx.Client, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    following: str | None = path
    while following:
        page = client.get(following).json()
        found += page["items"]
        following = page["next"]
    return found


@pytest.mark.one_engine
def test_a_browser_gets_the_page_and_nothing_from_elsewhere(client: httpx.Client) -> None:
    page = client.get("/", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    for address in ("/", "/docs", "/web/app.js", "/web/app.css", "/web/docs.js", "/web/icon.svg"):
        part = client.get(address)
        assert part.status_code == 200
        assert "//cdn" not in part.text
        assert ' src="http' not in part.text
        assert " style=" not in part.text


@pytest.mark.parametrize("plural", LISTS)
@pytest.mark.parametrize("form", [JSON, *RDF], ids=lambda form: form.name)
def test_a_resource_comes_in_every_form_by_header_and_by_parameter(
    client: httpx.Client, plural: str, form: Any
) -> None:
    item = client.get(f"/v1/{plural}?limit=1").json()["items"][0]
    address = f"/v1/{plural}/{quote(item['id'])}"
    by_header = client.get(address, headers={"Accept": f"{form.media_type}, application/json;q=0.3"})
    by_parameter = client.get(address, params={"format": form.name})
    assert by_header.status_code == 200
    assert by_header.headers["content-type"].partition(";")[0] == form.media_type
    assert "Accept" in by_header.headers["vary"]
    assert by_header.content == by_parameter.content
    if form == JSON:
        assert by_header.json()["iri"] == item["iri"]
    else:
        assert any(f"<{item['iri']}>" in triple for triple in triples(by_header.content, form.name))


def test_the_turtle_of_a_resource_is_what_the_ledger_says_of_it(client: httpx.Client, loaded: StoreSettings) -> None:
    item = client.get("/v1/agreements?limit=1").json()["items"][0]
    given = client.get(f"/v1/agreements/{quote(item['id'])}?format=nt").text.splitlines()
    with Store.open(loaded, read_only=True) as store:
        stated = {f"{' '.join(one)} ." for _, one in store.statements() if one[0] == rdf.iri(item["iri"])}
    assert stated
    assert set(given) == stated


@pytest.mark.parametrize("plural", LISTS)
def test_pages_hold_every_thing_once_whatever_their_size(client: httpx.Client, plural: str) -> None:
    at_once = items(client, f"/v1/{plural}?limit=500")
    assert len(at_once) > 3
    assert items(client, f"/v1/{plural}?limit=3") == at_once
    first = client.get(f"/v1/{plural}?limit=1")
    assert first.links["next"]["url"] == first.json()["next"]
    assert [item["iri"] for item in at_once] == sorted({item["iri"] for item in at_once})


@pytest.mark.one_engine
def test_a_list_as_csv_has_a_line_for_each_item(client: httpx.Client) -> None:
    at_once = items(client, "/v1/actors?limit=500")
    lines = list(csv.DictReader(io.StringIO(client.get("/v1/actors?limit=500&format=csv").text)))
    assert [line["name"] for line in lines] == [item["name"] for item in at_once]


@pytest.mark.parametrize("form", DUMP, ids=lambda form: form.name)
def test_the_export_is_the_ledger(client: httpx.Client, loaded: StoreSettings, form: Any) -> None:
    given = client.get("/v1/export", headers={"Accept": form.media_type})
    assert given.headers["content-disposition"].endswith(f'.{form.extension}"')
    with Store.open(loaded, read_only=True) as store:
        assert given.content == b"".join(export(store, format=ExportFormat(form.name)))
        stated = {one for _, one in store.statements()}
    assert len(triples(given.content, form.name)) == len(stated)


def test_one_document_can_be_exported_and_a_missing_one_is_a_problem(client: httpx.Client) -> None:
    document = client.get("/v1/documents?limit=1").json()["items"][0]
    given = client.get("/v1/export", params={"format": "trig", "document": document["id"]})
    graphs = {str(quad.graph_name) for quad in pyoxigraph.parse(given.content, format=OXIGRAPH["trig"])}
    assert graphs == {f"<{document['iri']}>"}
    assert client.get("/v1/export?document=no-such").status_code == 404


def test_every_question_answers_its_example_in_every_form(client: httpx.Client) -> None:
    for question in catalogue().questions.values():
        given = {each.name: each.example for each in question.parameters if each.required}
        answer = client.get(f"/v1/questions/{question.id}", params=given)
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert [column["name"] for column in body["columns"]] == [column.name for column in question.columns]
        for row in body["rows"]:
            assert row["evidence"], f"{question.id}: a row without a sentence"
        table = client.get(f"/v1/questions/{question.id}", params={**given, "format": "csv"}).text
        assert len(list(csv.reader(io.StringIO(table)))) == len(body["rows"]) + 1
        turtle = client.get(f"/v1/questions/{question.id}", params={**given, "format": "turtle"})
        stated = pyoxigraph.parse(turtle.content, format=OXIGRAPH["turtle"])
        subjects = {quad.subject.value for quad in stated if isinstance(quad.subject, pyoxigraph.NamedNode)}
        named = {
            value["iri"] for row in body["rows"] for value in row.values() if isinstance(value, dict) and "iri" in value
        }
        assert {iri for iri in named if iri.startswith(iris.base())} <= subjects


def test_language_follows_header_and_parameter(client: httpx.Client) -> None:
    french = client.get("/v1/questions/A4", params={"actor": "Paris Saclay Cancer Cluster", "lang": "fr"})
    assert french.headers["content-language"] == "fr"
    assert french.json()["columns"][0]["label"] == "fondateur"
    english = client.get(
        "/v1/questions/A4", params={"actor": "Paris Saclay Cancer Cluster"}, headers={"Accept-Language": "en"}
    )
    assert english.json()["columns"][0]["label"] == "founder"


def test_an_iri_leads_browsers_to_the_page_and_programs_to_data(client: httpx.Client) -> None:
    page = client.get("/id/actor/gustave-roussy", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (page.status_code, page.headers["location"]) == (303, "/#/actor/gustave-roussy")
    data = client.get("/id/actor/gustave-roussy", headers={"Accept": "application/json"})
    assert (data.status_code, data.headers["location"]) == (303, "/v1/actors/gustave-roussy")
    assert client.get(data.headers["location"]).json()["iri"] == iris.mint("actor", "gustave-roussy")
    turtle = client.get("/id/actor/gustave-roussy", headers={"Accept": "text/turtle"})
    found = client.get(turtle.headers["location"], headers={"Accept": "text/turtle"})
    assert f"{iris.base()}actor/" in found.text


def test_evidence_resolves_too(client: httpx.Client) -> None:
    answer = client.get("/v1/questions/A4", params={"actor": "Paris Saclay Cancer Cluster"}).json()
    sentence = answer["rows"][0]["evidence"][0]
    path = sentence["iri"].removeprefix(iris.base())
    redirect = client.get(f"/id/{path}", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(
        data=client.get(f"{redirect.headers['location']}?format=turtle").content, format="turtle"
    )
    assert sentence["quote"] in {str(value) for value in graph.objects()}


@pytest.mark.parametrize(
    ("method", "address", "headers", "status", "kind"),
    [
        ("GET", "/nothing", {}, 404, "no-such-route"),
        ("GET", "/web/../app.py", {}, 404, "no-such-route"),
        ("GET", "/web/nothing.js", {}, 404, "no-such-route"),
        ("GET", "/v1/actors/no-such", {}, 404, "not-found"),
        ("GET", "/v1/agreements/no-such", {}, 404, "not-found"),
        ("GET", "/v1/resources/evidence/no-such", {}, 404, "not-found"),
        ("GET", "/v1/questions/ZZ9", {}, 404, "not-found"),
        ("POST", "/v1/actors", {}, 405, "method-not-allowed"),
        ("DELETE", "/v1/documents/x", {}, 405, "method-not-allowed"),
        ("GET", "/v1/actors", {"Accept": "image/png"}, 406, "not-acceptable"),
        ("GET", "/v1/actors?format=xlsx", {}, 406, "not-acceptable"),
        ("GET", "/v1/search?q=x&format=turtle", {}, 406, "not-acceptable"),
        ("GET", "/v1/search?q=" + "a" * 9000, {}, 414, "address-too-long"),
        ("GET", "/v1/actors?limt=3", {}, 422, "unknown-parameter"),
        ("GET", "/v1/questions?q=x", {}, 422, "unknown-parameter"),
        ("GET", "/v1/questions/A4?actr=Servier", {}, 422, "unknown-parameter"),
        ("GET", "/v1/questions/A4", {}, 422, "invalid-parameter"),
        ("GET", "/v1/questions/A4?actor=zzzzzz", {}, 422, "invalid-parameter"),
        ("GET", "/v1/questions/D2?as_of=soon", {}, 422, "invalid-parameter"),
        ("GET", "/v1/actors?limit=0", {}, 422, "invalid-parameter"),
        ("GET", "/v1/actors?limit=many", {}, 422, "invalid-parameter"),
        ("GET", "/v1/actors?cursor=%C3%A9", {}, 422, "invalid-parameter"),
        ("GET", "/v1/actors?lang=de", {}, 422, "invalid-parameter"),
        ("GET", "/v1/search", {}, 422, "invalid-parameter"),
        ("GET", "/v1/paths?from=Servier", {}, 422, "invalid-parameter"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.one_engine
def test_every_mistake_is_a_problem_document(
    client: httpx.Client, method: str, address: str, headers: dict[str, str], status: int, kind: str, language: str
) -> None:
    given = client.request(method, address, headers={**headers, "Accept-Language": language})
    assert given.status_code == status, given.text
    assert given.headers["content-type"] == problems.MEDIA_TYPE
    body = given.json()
    assert body["type"] == problems.TYPE_BASE + kind
    assert body["status"] == status
    assert body["requestId"] == given.headers["x-request-id"]
    assert body["title"] == problems.document(problems.KINDS[kind], "", language, "")["title"]  # type: ignore[arg-type]
    assert body["detail"]
    other = client.request(method, address, headers={**headers, "Accept-Language": {"en": "fr", "fr": "en"}[language]})
    assert other.json()["detail"] != body["detail"], "said in both languages"
    assert client.get(body["help"]).status_code == 200


@pytest.mark.one_engine
def test_the_parameter_wins_over_the_header_for_problems_too(client: httpx.Client) -> None:
    english = {"Accept-Language": "en"}
    given = client.get("/v1/questions/A4?actor=zzzzzz&lang=fr", headers=english)
    assert given.headers["content-language"] == "fr"
    assert "rien dans le graphe ne s’appelle 'zzzzzz'" in given.json()["detail"]
    assert client.get("/v1/actors?lang=de", headers=english).headers["content-language"] == "en"


@pytest.mark.one_engine
def test_a_misspelt_parameter_is_told_the_right_one(client: httpx.Client) -> None:
    assert client.get("/v1/actors?limt=3").json()["nearest"] == "limit"
    assert client.get("/v1/questions/A4?actr=x").json()["nearest"] == "actor"


@pytest.mark.one_engine
def test_a_refused_form_lists_those_that_exist(client: httpx.Client) -> None:
    available = client.get("/v1/actors?format=xlsx").json()["available"]
    for form in available:
        assert client.get("/v1/actors", params={"format": form["format"]}).status_code == 200


@pytest.mark.one_engine
def test_head_is_get_without_a_body(client: httpx.Client) -> None:
    for address in ("/", "/v1/actors", "/healthz"):
        head, get = client.head(address), client.get(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.one_engine
def test_a_request_id_is_kept_or_made(client: httpx.Client) -> None:
    assert (
        client.get("/healthz", headers={"X-Request-Id": "trace-0123456789"}).headers["x-request-id"]
        == "trace-0123456789"
    )
    made = client.get("/healthz", headers={"X-Request-Id": "a b\tc"}).headers["x-request-id"]
    assert len(made) == 32


@pytest.mark.one_engine
def test_an_error_of_the_service_is_a_problem_without_its_trace(app: FastAPI, client: httpx.Client) -> None:
    def broken() -> None:
        raise RuntimeError("secret")

    app.add_api_route("/broken", broken)
    given = client.get("/broken")
    assert given.status_code == 500
    assert given.json()["type"] == problems.INTERNAL.type
    assert "secret" not in given.text


def test_ready_says_what_is_loaded(client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert ready["status"] == "ready"
    assert ready["documents"] == len(items(client, "/v1/documents"))


def _value(parameter: dict[str, Any]) -> Any:
    if "example" in parameter:
        return parameter["example"]
    return next(iter(parameter.get("examples", {"": {"value": None}}).values()))["value"]


@pytest.mark.one_engine
def test_every_example_of_the_description_works(client: httpx.Client) -> None:
    description = client.get("/openapi.json").json()
    tried, answered = 0, []
    for path, operations in description["paths"].items():
        if path == "/v1/review/decisions":  # the one address that takes something in: tests/api/test_review.py
            assert set(operations) == {"post"}
            continue
        assert set(operations) == {"get"}, "the rest of the interface is read only"
        for operation in operations.values():
            parameters = operation.get("parameters", [])
            required = {each["name"]: _value(each) for each in parameters if each["required"]}
            assert None not in required.values(), f"{path} has a required parameter without an example"
            optional = {each["name"]: _value(each) for each in parameters if not each["required"]}
            for extra in [{}, *({name: value} for name, value in optional.items() if value is not None)]:
                address, query = path, {**required, **extra}
                for each in parameters:
                    if each["in"] == "path":
                        address = address.replace(f"{{{each['name']}}}", quote(str(query.pop(each["name"]))))
                given = client.get(address, params=query)
                assert given.status_code in (200, 303), f"{address} {query}: {given.text}"
                if given.headers.get("content-type") == "application/json":
                    held = json.loads(given.content)
                    for name in ("items", "results"):
                        assert held.get(name) != [], f"{address} {query} gives nothing"
                    if "rows" in held:
                        answered.append(bool(held["rows"]))
                documented = operation["responses"]
                assert str(given.status_code) in documented
                tried += 1
    assert tried > 60
    assert sum(answered) > 0.6 * len(answered), "some facts are in no sample document, most are"


def test_operation_ids_are_unique_and_questions_are_operations(client: httpx.Client) -> None:
    description = client.get("/openapi.json").json()
    ids = [
        operation["operationId"] for operations in description["paths"].values() for operation in operations.values()
    ]
    assert len(ids) == len(set(ids))
    assert {f"/v1/questions/{question}" for question in catalogue().questions} <= description["paths"].keys()

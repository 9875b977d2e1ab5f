"""docker-compose.yml and Dockerfile, as far as they can be held to account without a Docker engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.settings import ApiSettings
from graph.settings import StoreSettings

_ROOT = Path(__file__).resolve().parents[2]
_COMPOSE = (_ROOT / "docker-compose.yml").read_text(encoding="utf-8")
_DOCKERFILE = (_ROOT / "Dockerfile").read_text(encoding="utf-8")
_PROJECT: dict[str, Any] = yaml.safe_load(_COMPOSE)
_SERVICES: dict[str, dict[str, Any]] = _PROJECT["services"]

# What the Compose Specification allows at the places that the file uses; a misspelt key is refused by Docker.
_TOP = {"name", "services", "volumes", "networks", "configs", "secrets"}
_SERVICE = {
    *("build", "image", "command", "entrypoint", "environment", "ports", "volumes", "depends_on", "healthcheck"),
    *("restart", "read_only", "tmpfs", "cap_drop", "security_opt", "stop_grace_period", "user", "init"),
}
_HEALTH = {"test", "interval", "timeout", "retries", "start_period"}


def settings_read() -> set[str]:
    """Names of the environment variables that the code reads."""
    return {f"ONCOGRAPH_{field.upper()}" for model in (StoreSettings, ApiSettings) for field in model.model_fields}


def inside_port(service: str) -> set[str]:
    return {str(port).rpartition(":")[2] for port in _SERVICES[service]["ports"]}


def test_only_keys_of_the_specification_are_used() -> None:
    assert set(_PROJECT) <= _TOP
    for service in _SERVICES.values():
        assert set(service) <= _SERVICE
        assert set(service["healthcheck"]) <= _HEALTH


def test_every_setting_is_one_that_the_code_reads() -> None:
    used = set(re.findall(r"ONCOGRAPH_\w+", _COMPOSE + _DOCKERFILE))
    assert used <= settings_read()
    assert set(_SERVICES["api"]["environment"]) <= settings_read()


def test_the_password_has_no_default() -> None:
    given = re.findall(r"\$\{([^}]*)\}", _COMPOSE)
    assert given
    assert all(re.match(r"ONCOGRAPH_NEO4J_PASSWORD:\?.+", text) for text in given)
    assert _SERVICES["neo4j"]["environment"]["NEO4J_AUTH"].startswith("neo4j/${")
    assert _SERVICES["api"]["environment"]["ONCOGRAPH_NEO4J_PASSWORD"].startswith("${")


def test_the_settings_of_the_service_open_the_database_next_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in _SERVICES["api"]["environment"].items():
        monkeypatch.setenv(name, value)
    settings = StoreSettings()
    assert settings.store is not None
    host, _, port = settings.store.partition("://")[2].partition(":")
    assert host in _SERVICES
    assert port in inside_port(host)
    assert settings.neo4j_user == _SERVICES[host]["environment"]["NEO4J_AUTH"].partition("/")[0]
    assert ApiSettings().host == "0.0.0.0", "inside a container, loopback cannot be reached from outside"
    assert str(ApiSettings().port) in inside_port("api")


def test_ports_are_open_to_this_machine_alone() -> None:
    for service in _SERVICES.values():
        assert all(str(port).startswith("127.0.0.1:") for port in service["ports"])
    assert inside_port("neo4j") == {"7474", "7687"}


def test_the_service_waits_for_a_healthy_database() -> None:
    assert _SERVICES["api"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    for service in _SERVICES.values():
        test = service["healthcheck"]["test"]
        assert test[0] == "CMD"
        [port] = re.findall(r"http://127\.0\.0\.1:(\d+)", test[-1])
        assert any(str(open_port).endswith(f":{port}") for open_port in service["ports"])


def test_what_must_last_lies_in_declared_volumes() -> None:
    used = {mount.partition(":")[0] for service in _SERVICES.values() for mount in service["volumes"]}
    assert used == set(_PROJECT["volumes"])
    assert "/data" in {mount.partition(":")[2] for mount in _SERVICES["neo4j"]["volumes"]}


def test_images_have_versions() -> None:
    tags = [service["image"] for service in _SERVICES.values() if "build" not in service]
    tags += re.findall(r"^FROM (\S+)", _DOCKERFILE, flags=re.MULTILINE)
    assert tags
    for tag in tags:
        assert re.search(r":\d+\.\d+", tag), tag
    assert _SERVICES["neo4j"]["image"] == "neo4j:5.26-community"


def test_the_image_runs_without_rights_and_holds_what_the_service_needs() -> None:
    stages = _DOCKERFILE.split("\nFROM ")
    user = re.findall(r"^USER (\S+)", stages[-1], flags=re.MULTILINE)
    assert user == ["oncograph"]
    assert "--require-hashes -r requirements.lock" in _DOCKERFILE
    # A service whose root is read-only writes to its volume and to memory alone.
    data = re.findall(r"ONCOGRAPH_DATA=(\S+)", _DOCKERFILE)
    assert data == [_SERVICES["api"]["volumes"][0].partition(":")[2]]
    kept = {
        line[1:].rstrip("/")
        for line in (_ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    assert all((_ROOT / name).exists() for name in kept)
    assert {"api", "graph", "loaders", "ontology", "queries", "pyproject.toml", "LICENSE", "README.md"} <= kept
    copied = set(re.findall(r"requirements[\w-]*\.lock", _DOCKERFILE))
    assert copied <= kept

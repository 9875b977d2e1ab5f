"""Settings of the HTTP service, as the environment says them (`ONCOGRAPH_…`)."""

from __future__ import annotations

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class ApiSettings(BaseSettings):
    """Settings of the service; each is read from `ONCOGRAPH_` + its name in capitals.

    Attributes:
        host: address to listen at; the default is reachable from this machine alone.
        port: port to listen at.
        longest_address: characters of path and query that are read.
        curator_key: whoever sends it as `X-Curator-Key` may decide on the review queue; nobody may without it.
        base_path: path under which a proxy shows the service, for the addresses in OpenAPI.
    """

    model_config = SettingsConfigDict(env_prefix="ONCOGRAPH_", env_ignore_empty=True, extra="ignore")

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    longest_address: int = Field(default=8000, ge=500)
    base_path: str = ""
    curator_key: SecretStr | None = None

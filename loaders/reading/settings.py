"""What the user can set about reading."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ontology.errors import InputError


class ReadingSettings(BaseSettings):
    """Limits of reading: `ONCOGRAPH_MAX_BYTES`; `ONCOGRAPH_DATA`, the folder that holds no documents; decisions.

    Attributes:
        max_bytes: largest file that is read, in bytes.
        data: folder of the embedded database, passed over when a folder above it is searched.
        decisions: file of the curators' decisions (`ONCOGRAPH_DECISIONS`); `decisions.jsonl` in `data` where unset.
    """

    model_config = SettingsConfigDict(env_prefix="ONCOGRAPH_", env_ignore_empty=True)
    max_bytes: int = Field(default=5_000_000, gt=0)
    data: Path = Path("data")
    decisions: Path | None = None


def reading_settings() -> ReadingSettings:
    """The settings from the environment.

    Raises:
        InputError: `ONCOGRAPH_MAX_BYTES` is not a positive number.
    """
    try:
        return ReadingSettings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "ONCOGRAPH_" + "_".join(str(part) for part in first["loc"]).upper()
        raise InputError(
            f"the setting has no usable value ({first['msg']})",
            place=name,
            remedy=f"Set {name} to a number of bytes such as 5000000, or unset it.",
        ) from error

"""For those who run the service."""

from __future__ import annotations

from typing import cast

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from api import problems
from api.store_access import StoreAccess
from ontology.errors import StoreError

router = APIRouter(tags=["operations"])


@router.get("/healthz", summary="Is the process alive?", operation_id="getHealth")
def health() -> dict[str, str]:
    """Depends on nothing else."""
    return {"status": "ok"}


@router.get("/readyz", summary="Can it answer?", operation_id="getReadiness", responses={503: {"description": "No."}})
def ready(request: Request) -> JSONResponse:
    """Whether the database answers and is of this version; 503 with the reasons where not."""
    access = cast(StoreAccess, request.app.state.store_access)
    try:
        status = access.get().status()
    except StoreError as error:
        language = problems.language_of(request)
        problem = problems.of_error(error, language)
        problem.extensions["reasons"] = [error.told(language)]
        raise problem from error
    shown = {
        "status": "ready",
        "engine": status.engine,
        "server": status.server,
        "ontologyVersion": status.ontology_version,
        "mappingVersion": status.mapping_version,
        "documents": status.documents,
        "statements": status.statements,
    }
    return JSONResponse(shown, headers={"Cache-Control": "no-store"})

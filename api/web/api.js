// Speaking with the server: JSON in, problem documents as errors.

/** What went wrong, as the server explained it. */
export class Problem extends Error {
  constructor(body) {
    super(body.detail || body.title || "");
    this.title = body.title || "";
    this.remedy = body.remedy || "";
    this.status = body.status || 0;
    this.nearest = body.nearest || null;
  }
}

/** The address of a route with its parameters; empty values are left out. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== "") query.set(name, value);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The JSON of a route. Throws a Problem; an aborted request throws the AbortError of fetch. */
export async function get(path, parameters = {}, signal = undefined) {
  let response;
  try {
    response = await fetch(address(path, parameters), {
      headers: {Accept: "application/json", "Accept-Language": document.documentElement.lang},
      signal,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({title: "offline"});
  }
  const body = await response.json().catch(() => ({status: response.status, title: response.statusText}));
  if (!response.ok) throw new Problem(body);
  return body;
}

/** Send JSON to a route; its JSON answer. Throws a Problem. */
export async function post(path, body, headers = {}) {
  let response;
  try {
    response = await fetch(path, {method: "POST", body: JSON.stringify(body),
      headers: {"Content-Type": "application/json", Accept: "application/json", "Accept-Language": document.documentElement.lang, ...headers}});
  } catch {
    throw new Problem({title: "offline"});
  }
  const answer = await response.json().catch(() => ({status: response.status, title: response.statusText}));
  if (!response.ok) throw new Problem(answer);
  return answer;
}

/** Where a thing is shown on this page, from its IRI: `…/id/actor/servier` → `#/actor/servier`. */
export function pageOf(iri) {
  const [id, kind] = iri.split(/[/#]/).reverse();
  const shown = {actor: "actor", person: "person", agreement: "agreement", area: "area", document: "document"};
  return shown[kind] ? `#/${shown[kind]}/${encodeURIComponent(id)}` : null;
}

// Things as a list of links.

import {thing} from "./cells.js";
import {h} from "./dom.js";

/** Things as links with their kinds. */
export function names(items) {
  return h("ul.plain.names", {}, items.map((each) => h("li", {}, thing(each), each.kind && h("span.quiet", {}, ` ${each.kind.name}`))));
}

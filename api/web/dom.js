// Building the page: elements from plain calls, so that no text ever becomes markup.

/** An element: h("a.quiet", {href: "#/"}, "text", child). Attributes that are null, undefined or false are left out. */
export function h(selector, attributes = {}, ...children) {
  const [tag, ...classes] = selector.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child);
  }
}

/** Put other children in an element. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** Say something to people who listen to the page. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

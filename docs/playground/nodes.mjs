// Elements of the page, and groups of buttons that are one stop of the Tab key, moved in by other keys.
function element(name, text, attributes = {}) {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

// Gives the focus to one button of a group, and the group's stop with it.
function focusIn(group, button) {
  for (const other of group) other.tabIndex = other === button ? 0 : -1;
  button.focus();
}

// On a key, what keysOf(button) has for it is done, where the button that `selector` names has the focus.
function watchKeys(root, selector, keysOf) {
  root.addEventListener('keydown', (event) => {
    const button = event.target.closest(selector);
    if (button === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = keysOf(button);
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}

// Each of the events does `use` to the button it is about.
function watchButtons(root, selector, events, use) {
  for (const event of events) {
    root.addEventListener(event, (e) => {
      const button = e.target.closest(selector);
      if (button !== null) use(button);
    });
  }
}

export { element, focusIn, watchButtons, watchKeys };

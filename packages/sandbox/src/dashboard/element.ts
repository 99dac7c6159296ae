/** The content of an element: other nodes, and text. Text is only ever set as text, so markup in it is never interpreted. */
export type Child = Node | string | number;

/** Attributes of a new element; `on…` are listeners. */
export interface Attributes {
  readonly class?: string;
  readonly title?: string;
  readonly [name: string]: string | ((event: Event) => void) | undefined;
}

/** Makes an element. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.map((child) => (typeof child === 'number' ? String(child) : child)));
  return made;
}

/**
 * A table, or the line `empty` when there are no rows. On a narrow screen each row becomes a few lines, and the cell of the column
 * `wide` gets a line of its own.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly Child[])[],
  { empty, wide }: { readonly empty: string; readonly wide: string },
): HTMLElement {
  if (rows.length === 0) return element('p', { class: 'empty' }, empty);
  const cell = (content: Child, index: number): HTMLElement => {
    const label = head[index] ?? '';
    return element('td', { 'data-label': label, ...(label === wide ? { class: 'wide' } : {}) }, content);
  };
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...head.map((label) => element('th', {}, label)))),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map(cell)))),
  );
}

/** A status as a coloured word. The class comes from a fixed list, whatever the text says. */
export function badge(status: string): HTMLElement {
  const known = ['success', 'failed', 'timeout', 'running', 'stream', 'awaiting', 'ready', 'queued', 'open'];
  return element('span', { class: `badge ${known.includes(status) ? status : 'other'}` }, status);
}

/** A bar that shows how far something has come, 0 to 1. */
export function bar(fraction: number): HTMLElement {
  const percent = String(Math.round(fraction * 100));
  return element('progress', { max: '100', value: percent, 'aria-label': `${percent} percent` }, `${percent} %`);
}

/** A long id, shortened; the whole of it in its title. */
export function shortId(id: string): HTMLElement {
  return element('code', { title: id }, id.length > 13 ? `${id.slice(0, 8)}…` : id);
}

// Headlines of a newsroom on any page:
//   <script type="module" src="https://feeds.example.vn/embed.js"></script>
//   <loa-headlines category="kinh-te" limit="5"></loa-headlines>
// Frames with a page of /embed/ get their height from here, too. No cookies, nothing stored, nobody counted.

const HERE = new URL('.', import.meta.url);
const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const USUAL = 5, MOST = 20;
const EVERY = 5 * 60_000, SELDOM = 60 * 60_000, PATIENCE = 20_000; // milliseconds

// What inherits would otherwise follow a rule for everything: said here, no rule of the page reaches it.
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host { display: block !important }
  :host([hidden]) { display: none !important }
  div { text-align: start; text-transform: none; text-indent: 0; letter-spacing: normal; word-spacing: normal;
    white-space: normal; visibility: visible; line-height: var(--loa-line-height, 1.45) }
  ul { margin: 0; padding: 0; list-style: none }
  li { display: flow-root; padding-block: var(--loa-gap, .6em); overflow-wrap: anywhere }
  li + li { border-block-start: var(--loa-border, 1px solid rgb(128 128 128 / .4)) }
  img { float: inline-start; inline-size: var(--loa-image-size, 6em); aspect-ratio: 3 / 2; margin-inline-end: .75em;
    border-radius: var(--loa-radius, 4px); object-fit: cover }
  a { color: inherit; text-underline-offset: .18em; text-decoration-thickness: 1px }
  a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px }
  .title { color: var(--loa-link, inherit); font-weight: var(--loa-weight, 600); text-decoration: none }
  .title:hover { text-decoration: underline }
  small { display: block; margin-block-start: .15em; font-size: .85em; color: var(--loa-muted, inherit) }
  p { margin-block: .6em 0; font-size: .9em }
`);

/** What a category shows: asked for once for all elements that show it, and kept when the server is away. */
class Board {
  static #boards = new Map();

  static of(category) {
    if (!Board.#boards.has(category)) Board.#boards.set(category, new Board(category));
    return Board.#boards.get(category);
  }

  static wakeAll() {
    for (const board of Board.#boards.values()) board.#wake();
  }

  #address;
  #elements = new Set();
  #asking = false;
  #due = 0;
  #pause = EVERY;
  #timer;
  #text;
  #shown;

  constructor(category) {
    this.#address = new URL(`embed/${category}.json`, HERE);
  }

  join(element) {
    this.#elements.add(element);
    if (this.#shown) element.show(this.#shown);
    this.#wake();
  }

  leave(element) {
    this.#elements.delete(element);
    this.#wake();
  }

  /** Asks if it is time and anybody can see it; else when it is. */
  #wake() {
    clearTimeout(this.#timer);
    if (this.#asking || !this.#elements.size || document.hidden) return;
    const rest = this.#due - Date.now();
    if (rest > 0) this.#timer = setTimeout(() => this.#wake(), rest);
    else this.#ask();
  }

  async #ask() {
    this.#asking = true;
    try {
      const answer = await fetch(this.#address, {
        cache: this.#text ? 'no-cache' : 'default', // what the browser has is asked for with its ETag
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!answer.ok) throw new Error(answer.status);
      const text = await answer.text();
      if (text !== this.#text) {
        this.#shown = JSON.parse(text);
        this.#text = text;
        for (const element of this.#elements) element.show(this.#shown);
      }
      this.#pause = EVERY;
    } catch {
      this.#pause = Math.min(2 * this.#pause, SELDOM); // what is shown stays
    }
    this.#due = Date.now() + this.#pause * (0.9 + Math.random() / 5); // so that not all pages ask at once
    this.#asking = false;
    this.#wake();
  }
}

class Headlines extends HTMLElement {
  static observedAttributes = ['category', 'limit', 'images'];

  #root = this.attachShadow({mode: 'open'});
  #board;
  #shown;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [STYLE];
    this.#root.append(document.createElement('slot')); // what the page has in it, until there are headlines
  }

  connectedCallback() {
    const category = this.getAttribute('category') ?? '';
    this.#board = NAME.test(category) ? Board.of(category) : undefined;
    this.#board?.join(this);
  }

  disconnectedCallback() {
    this.#board?.leave(this);
  }

  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    if (name === 'category') {
      this.#board?.leave(this);
      this.connectedCallback();
    } else if (this.#shown) {
      this.show(this.#shown);
    }
  }

  show(shown) {
    this.#shown = shown;
    const headlines = shown.headlines.slice(0, this.#limit());
    if (!headlines.length) {
      this.#root.replaceChildren(make('slot'));
      return;
    }
    const focused = this.#root.activeElement?.href;
    const box = make('div', {lang: shown.language, part: 'box'});
    const list = make('ul', {part: 'list', 'aria-label': shown.title});
    list.append(...headlines.map(headline => this.#item(headline)));
    const more = make('p', {part: 'more'});
    more.append(link(shown.page, shown.title));
    box.append(list, more);
    this.#root.replaceChildren(box);
    if (focused) [...box.querySelectorAll('a')].find(a => a.href === focused)?.focus({preventScroll: true});
  }

  #limit() {
    const limit = Number(this.getAttribute('limit') ?? USUAL);
    return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MOST) : USUAL;
  }

  #item(headline) {
    const item = make('li', {part: 'item'});
    if (headline.image && (this.getAttribute('images') ?? 'false') !== 'false') {
      const image = make('img', {alt: '', loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer', part: 'image'});
      image.addEventListener('error', () => image.remove());
      image.src = headline.image;
      item.append(image);
    }
    const title = link(headline.link, headline.title);
    title.className = 'title';
    title.part = 'title';
    const time = make('time', {datetime: headline.time});
    time.textContent = headline.shown;
    const meta = make('small', {part: 'meta'});
    meta.append(time, ' · ', link(headline.home, headline.source));
    item.append(title, meta);
    return item;
  }
}

function make(name, attributes = {}) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function link(href, text) {
  const a = make('a', /^https?:/.test(href) ? {href} : {});
  a.textContent = text;
  return a;
}

/** Each frame is as high as it says: those of this server, by their own word. */
function fit(event) {
  const height = event.data?.height;
  if (event.origin !== HERE.origin || event.data?.loa !== 'height' || !(height > 0)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === event.source) frame.style.height = `${Math.min(height, 20_000)}px`;
  }
}

addEventListener('message', fit);
for (const frame of document.querySelectorAll('iframe')) {
  if (frame.src.startsWith(`${HERE}embed/`)) frame.contentWindow.postMessage({loa: 'height?'}, '*');
}
document.addEventListener('visibilitychange', Board.wakeAll);
if (!customElements.get('loa-headlines')) customElements.define('loa-headlines', Headlines);

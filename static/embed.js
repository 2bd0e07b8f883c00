// <tellings-embed>: a collection of Tellings inside another page.
//
//   <script defer src="https://example.org/talks/embed.js"></script>
//   <tellings-embed src="https://example.org/talks/embed.html" view="read" sources="2017-thaw"
//                   terms="sanctions, Putin" theme="dark"></tellings-embed>
//
// Attributes: src (the one-file page; default: the embed.html beside this script; may carry
// an address after #), view (overview, read, hits, compare, words), sources (ids, separated
// by spaces), terms (queries, separated by commas; commas inside quotes do not separate),
// q (one more query, taken as it is), theme (auto, light, dark), tools (with the search
// field and the panel), height (fixed, in pixels; else as high as what is shown), max-height
// (in pixels), label (the frame's name for screen readers). Style: the custom properties
// --tellings-paper, -ink, -accent … and --tellings-serif, -sans of the element.
//
// It makes a frame that may run scripts and nothing else, and no request besides it. It
// works under `script-src` and `frame-src` of the site it comes from alone: nothing is
// inline. Only messages of that frame, of the right shape, are listened to.
'use strict';
(() => {
  if (customElements.get('tellings-embed')) return;
  const BESIDE = new URL('embed.html', document.currentScript?.src || location.href).href;
  const STYLE = ['paper', 'panel', 'ink', 'soft', 'line', 'field', 'accent', 'accent-wash', 'on-accent', 'serif', 'sans'];
  const HIGHEST = 20000;

  const list = (text, separator) => (text || '').split(separator).map((one) => one.trim()).filter(Boolean);
  const queries = (text) => ((text || '').match(/(?:"[^"]*"|[^,"]|")+/g) || []).map((one) => one.trim()).filter(Boolean);

  // The address that opens what the attributes say.
  const address = (element) => {
    const attribute = (name) => element.getAttribute(name);
    const [file, given] = (attribute('src') || BESIDE).split(/#(.*)/s);
    const sources = list(attribute('sources'), /\s+/).map(encodeURIComponent);
    const view = attribute('view') || (sources.length === 1 ? 'read' : sources.length ? 'compare' : '');
    const within = view === 'compare' ? sources : view === 'read' ? sources.slice(0, 1) : [];
    let place = view || !given ? ['v1', encodeURIComponent(view || 'overview'), ...within].join('/') : given;
    const parts = within.length ? [] : sources.map((id) => `only=${id}`);
    for (const query of [...queries(attribute('terms')), ...(attribute('q') ? [attribute('q')] : [])]) {
      parts.push(`t=${encodeURIComponent(query)}`);
    }
    if (!element.hasAttribute('tools') && !/[?&]look=/.test(place)) parts.push('look=bare');
    if (/^(light|dark)$/.test(attribute('theme'))) parts.push(`theme=${attribute('theme')}`);
    if (parts.length) place += (place.includes('?') ? '&' : '?') + parts.join('&');
    return `${new URL(file, document.baseURI)}#${place}`;
  };

  const pixels = (text) => (/^\d+$/.test(text) ? Math.min(Number(text), HIGHEST) : 0);

  class Embed extends HTMLElement {
    static observedAttributes = ['src', 'view', 'sources', 'terms', 'q', 'theme', 'tools', 'height', 'max-height', 'label'];

    #frame = null;

    #hear = ({ source, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (data?.tellings !== 'height' || !Number.isInteger(data.height) || data.height < 0) return;
      if (pixels(this.getAttribute('height'))) return;
      const most = pixels(this.getAttribute('max-height')) || HIGHEST;
      this.#frame.style.height = `${Math.max(120, Math.min(data.height, most))}px`;
    };

    connectedCallback() {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.setAttribute('referrerpolicy', 'no-referrer');
      frame.setAttribute('loading', 'lazy');
      frame.addEventListener('load', () => this.#greet());
      for (const [name, value] of Object.entries({
        display: 'block', width: '100%', border: '0', height: '480px', colorScheme: 'light dark',
      })) {
        frame.style[name] = value;
      }
      this.style.display ||= 'block';
      this.#frame = frame;
      this.#set();
      addEventListener('message', this.#hear);
      // In place of what stood there for readers without scripts.
      this.replaceChildren(frame);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      this.replaceChildren();
      this.#frame = null;
    }

    attributeChangedCallback(name) {
      if (this.#frame) this.#set(name);
    }

    #set(name) {
      const height = pixels(this.getAttribute('height'));
      if (height) this.#frame.style.height = `${height}px`;
      this.#frame.title = this.getAttribute('label') || 'Tellings';
      const url = address(this);
      // A theme alone is told, so that the reader keeps her place.
      if (name === 'theme' || name === 'height' || name === 'max-height' || name === 'label') this.#greet();
      else if (this.#frame.getAttribute('src') !== url) this.#frame.src = url;
    }

    #greet() {
      const own = getComputedStyle(this);
      const style = {};
      for (const property of STYLE) {
        const value = own.getPropertyValue(`--tellings-${property}`).trim();
        if (value) style[property] = value;
      }
      const theme = this.getAttribute('theme') || '';
      const height = pixels(this.getAttribute('height')) ? 'fixed' : 'auto';
      // The frame's origin is opaque, so no origin can be named; only the frame gets it.
      this.#frame?.contentWindow?.postMessage({ tellings: 'embed', theme, height, style }, '*');
    }
  }
  customElements.define('tellings-embed', Embed);
})();

// The page's side of being shown in another page.
//
// A parent that says it embeds us (static/embed.js does) is told how high the page is,
// whenever that changes, and may set colours and fonts. Only the parent is listened to, and
// only to messages of that shape; whatever else arrives is ignored. Without such a parent
// nothing is said to anybody.
'use strict';
(() => {
  if (parent === self) return;
  const root = document.documentElement;
  const COLOURS = ['paper', 'panel', 'ink', 'soft', 'line', 'field', 'accent', 'accent-wash', 'on-accent'];
  const FONTS = ['serif', 'sans'];
  let told = 0;

  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ tellings: 'height', height }, '*');
  };

  const dress = ({ theme, style }) => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else if (theme === 'auto') delete root.dataset.theme;
    for (const [names, property] of [[COLOURS, 'color'], [FONTS, 'font-family']]) {
      for (const name of names) {
        const value = style?.[name];
        if (typeof value === 'string' && value.length < 200 && CSS.supports(property, value)) {
          root.style.setProperty(`--${name}`, value);
        } else {
          root.style.removeProperty(`--${name}`);
        }
      }
    }
  };

  const observer = new ResizeObserver(tell);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.tellings !== 'embed') return;
    dress(data);
    root.dataset.frame = data.height === 'fixed' ? 'fixed' : 'auto';
    if (root.dataset.frame === 'fixed') return;
    told = 0;
    observer.observe(document.body);
    tell();
  });
})();

// Starts the page, from a site and from one file alike.
//
// Obtains the three things it is made of: the compiled engine (#wasm), the text of the glue
// that runs it (#glue), and the pack (#pack). Each is either an element that links to a
// file or an element that holds the bytes as base64. What of the engine is not needed at once
// (#late) a site sends when it is; `tellingsLate` adds it. The engine then starts in this window
// and finds in `tellingsBoot` how to hire a worker, how to get the pack, how to get the
// importer (#importer, #importer-glue; only when it is asked for), how to hear of a new
// version of the site (#offline), how to get the page as one file, and how to say that it
// stopped. Everything else is Rust.
'use strict';
(() => {
  const WORDS = {
    en: ['Tellings has stopped', 'What you had open is kept in the address.', 'Start again'],
    ru: ['Программа остановилась', 'То, что было открыто, сохранено в адресе.', 'Начать снова'],
    bg: ['Програмата спря', 'Отвореното е запазено в адреса.', 'Започни отново'],
    uk: ['Програма зупинилася', 'Те, що було відкрито, збережено в адресі.', 'Почати знову'],
  };
  const CHUNK = 1 << 19;

  // The only URLs that may become scripts are blobs made below.
  const made = new Set();
  const createScriptURL = (url) => {
    if (made.has(url)) return url;
    throw new TypeError('not a script of this page');
  };
  const policy = self.trustedTypes
    ? trustedTypes.createPolicy('tellings', { createScriptURL })
    : { createScriptURL };

  // Decoded piece by piece, with pauses in which the page can answer the reader.
  const decode = (base64) => {
    let at = 0;
    return new ReadableStream({
      async pull(stream) {
        if (at >= base64.length) return stream.close();
        await new Promise((resume) => setTimeout(resume));
        const binary = atob(base64.slice(at, at + CHUNK));
        at += CHUNK;
        const bytes = new Uint8Array(binary.length);
        for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
        stream.enqueue(bytes);
      },
    });
  };

  const encode = (bytes) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });

  const load = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
    return response;
  };

  // The bytes that an element holds or links to, unpacked; null where it holds none.
  const blob = async (id) => {
    const element = document.getElementById(id);
    if (!element || !(element.href || element.textContent)) return null;
    const response = element.href ? await load(element.href) : new Response(decode(element.textContent));
    // Bytes of this page's own: a blob of a response that a service worker gave from its
    // cache may be read only once in Chromium, and then fails now and again.
    const bytes = new Uint8Array(await response.arrayBuffer());
    const packed = new Blob([bytes]);
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return packed;
    return new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
  };

  const compile = async (id) => {
    const { href } = document.getElementById(id);
    if (href) {
      const response = await load(href);
      if (response.headers.get('Content-Type') === 'application/wasm') {
        return WebAssembly.compileStreaming(response);
      }
    }
    return WebAssembly.compile(await (await blob(id)).arrayBuffer());
  };

  const script = async (id) => {
    const { src, href, textContent } = document.getElementById(id);
    return src || href ? (await load(src || href)).text() : textContent;
  };

  // A script of this page's own making, as a policy lets pass.
  const trusted = (url) => {
    made.add(url);
    return policy.createScriptURL(url);
  };

  // Starts a module with the glue `init`. What comes later is `late()`, compiled, or its
  // address: then whoever needs it now waits for it.
  const run = async (init, module, late) => {
    let exports = null;
    self.tellingsLate = () => {
      let part = late();
      if (typeof part === 'string') {
        const request = new XMLHttpRequest();
        request.open('GET', part, false);
        request.overrideMimeType('text/plain; charset=x-user-defined');
        request.send();
        if (request.status !== 200) throw new Error(`${part}: ${request.status}`);
        part = new WebAssembly.Module(Uint8Array.from(request.responseText, (byte) => byte.charCodeAt(0)));
      }
      new WebAssembly.Instance(part, { now: exports });
    };
    exports = await init({ module_or_path: module });
  };

  // What hires workers of a module and the glue in the global `name`.
  const agency = (module, text, name, late) => {
    const body = `onmessage = ({ data: [module, late] }) => { onmessage = null; (${run})(${name}, module, () => late); };`;
    const url = URL.createObjectURL(new Blob([text, '\n', body], { type: 'text/javascript' }));
    return () => {
      const worker = new Worker(trusted(url), { name: 'tellings' });
      worker.postMessage([module, late?.()]);
      return worker;
    };
  };

  const once = (make) => {
    let made = null;
    return () => (made ??= make());
  };
  const importing = once(() => Promise.all([compile('importer'), script('importer-glue')]));
  const importerHere = once(async () => {
    const [module] = await importing();
    const { href } = document.getElementById('importer-glue');
    if (href) {
      await new Promise((resolve, reject) => {
        const element = document.createElement('script');
        Object.assign(element, { src: trusted(href), onload: resolve, onerror: reject });
        document.head.append(element);
      });
    }
    const { port1, port2 } = new MessageChannel();
    self.tellingsPort = port2;
    port1.terminate = () => {};
    port1.start();
    await tellings_importer({ module_or_path: module });
    return port1;
  });
  const importer = async (here) => {
    if (!document.getElementById('importer')) return null;
    return here ? importerHere() : agency(...(await importing()), 'tellings_importer')();
  };

  // Has the worker of the site keep it for times without a network, and calls `offer` with
  // a function that takes the next version, once there is one. Where no worker can be had,
  // the page works as long as its host does.
  const keepUp = async (offer) => {
    const link = document.getElementById('offline');
    const workers = link && parent === self ? navigator.serviceWorker : null;
    if (!workers) return;
    const registration = await workers.register(trusted(link.href), { updateViaCache: 'none' });
    const take = () => {
      workers.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting?.postMessage({ tellings: 'update' });
    };
    // The first worker has no page of another version to wait for.
    const look = () => registration.waiting && registration.active && offer(take);
    const watch = () => registration.installing?.addEventListener('statechange', look);
    registration.addEventListener('updatefound', watch);
    watch();
    look();
    (await workers.ready).active.postMessage({ tellings: 'keep' });
  };

  // This page as one file, as it was published: the site's, or this document as it came.
  const isSite = Boolean(document.getElementById('pack').href);
  const { title } = document;
  const text = isSite ? '' : document.getElementById('app').innerHTML;
  // `withImporter`: what makes it import is added at the end, to be put where it belongs.
  const onePage = async (withText, withImporter) => {
    if (isSite) {
      const page = await (await load('embed.html')).text();
      if (!withImporter) return page;
      const [wasm, glue] = await Promise.all([blob('importer'), script('importer-glue')]);
      return `${page}<script id="add-importer">${await encode(wasm)}<\/script><script id="add-glue">${glue}<\/script>`;
    }
    const page = document.documentElement.cloneNode(true);
    for (const { name } of [...page.attributes]) page.removeAttribute(name);
    page.lang = 'en';
    page.querySelector('title').textContent = title;
    page.querySelector('#app').replaceChildren();
    page.querySelector('#stopped')?.remove();
    const whole = `<!doctype html>\n${page.outerHTML}`;
    const empty = '<div id="app"></div>';
    return withText ? whole.replace(empty, () => `<div id="app">${text}</div>`) : whole;
  };

  // Says in place of a page that it stopped, once.
  const fail = (reason) => {
    if (document.getElementById('stopped')) return;
    const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in WORDS) || 'en';
    const [title, kept, again] = WORDS[language];
    const add = (parent, name, text) => {
      const element = parent.appendChild(document.createElement(name));
      element.textContent = text;
      return element;
    };
    const box = document.createElement('section');
    box.id = 'stopped';
    box.lang = language;
    box.setAttribute('role', 'alert');
    add(box, 'h1', title);
    add(box, 'p', kept);
    add(box, 'pre', String(reason)).lang = 'en';
    add(box, 'button', again).onclick = () => location.reload();
    document.body.prepend(box);
  };

  const start = async () => {
    const pack = blob('pack');
    pack.catch(() => {}); // Whoever asks for the pack hears of it.
    // In one file it is there anyway.
    let late = document.getElementById('late').href;
    const bringLate = once(async () => { late = await compile('late'); });
    const [module, text] = await Promise.all([compile('wasm'), script('glue'), late || bringLate()]);
    self.tellingsBoot = {
      hire: agency(module, text, 'wasm_bindgen', () => late),
      bringLate,
      pack: () => pack,
      importer,
      canImport: Boolean(document.getElementById('importer')),
      keepUp,
      onePage,
      fail,
    };
    await run(wasm_bindgen, module, () => late);
  };
  start().catch(fail);
})();

// The collections that this browser keeps, in IndexedDB.
//
// Each is a card (name, size, hash), a pack, and the files that it came from. All are written
// in one transaction, so what was kept before survives a full disk and a crash. Every call is a promise; where a browser
// keeps nothing (private mode, a sandbox, a full disk) it is rejected with the reason.
'use strict';
(() => {
  const opened = () => new Promise((resolve, reject) => {
    const request = indexedDB.open('tellings', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('cards', { keyPath: 'id' });
      request.result.createObjectStore('packs');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  // Under which number the files of a collection lie.
  const files = (id) => `${id} files`;

  const run = async (mode, work) => {
    const database = await opened();
    try {
      const transaction = database.transaction(['cards', 'packs'], mode);
      let request;
      try {
        request = work(transaction.objectStore('cards'), transaction.objectStore('packs'));
      } catch (error) {
        // Half of it would be kept otherwise.
        transaction.abort();
        throw error;
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error || request?.error || new Error('aborted'));
      });
      return request?.result;
    } finally {
      database.close();
    }
  };

  self.tellingsShelf = {
    list: async () => (await run('readonly', (cards) => cards.getAll())).sort((a, b) => a.name.localeCompare(b.name)),
    pack: (id) => run('readonly', (cards, packs) => packs.get(id)),
    files: async (id) => (await run('readonly', (cards, packs) => packs.get(files(id)))) ?? [],
    // Without a pack, only the card changes. Resolves to the card.
    put: async (card, pack, originals) => {
      const whole = { ...card, id: card.id || Date.now().toString(36) };
      // Browsers that are asked keep what they would else drop first; no matter if they refuse,
      // or ask the reader, who need not answer.
      if (pack) navigator.storage?.persist?.().catch(() => false);
      await run('readwrite', (cards, packs) => {
        cards.put(whole);
        if (!pack) return;
        packs.put(pack, whole.id);
        packs.put(originals, files(whole.id));
      });
      return whole;
    },
    remove: (id) => run('readwrite', (cards, packs) => {
      cards.delete(id);
      packs.delete(id);
      packs.delete(files(id));
    }),
  };
})();

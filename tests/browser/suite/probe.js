// Goes into the page before anything else of it runs, and keeps what went wrong.
'use strict';
{
  const problems = [];
  const workers = [];
  const query = new URLSearchParams(location.search || location.hash.split('?probe&')[1]);
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    problems.push(`policy: ${effectiveDirective} ${blockedURI} ${sample}`);
  });
  addEventListener('error', ({ message, target }) => {
    problems.push(`error: ${message || target.outerHTML}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => problems.push(`rejected: ${reason}`));
  for (const level of ['error', 'warn']) {
    const log = console[level];
    console[level] = (...words) => {
      problems.push(`console.${level}: ${words.join(' ')}`);
      log.apply(console, words);
    };
  }
  const Real = self.Worker;
  self.Worker = class extends Real {
    constructor(url, options) {
      if (query.get('worker') === 'refused') throw new DOMException('refused', 'SecurityError');
      super(url, options);
      workers.push(this);
    }
  };
  self.probe = { problems, workers };
}

// Runs before the first paint, as a file of its own so that the CSP needs no inline script. Two things only:
// the remembered theme, and the remembered language (or, on a first visit, the browser's).
(function () {
  var PREFIXED = ['zh-CN']; // every language but the base one, as in project.inlang/settings.json

  function recall(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  var base = new URL('.', document.currentScript.src).pathname;
  var page = location.pathname.slice(base.length);
  // A page within somebody else's says itself how it should look.
  var asked = /^(?:[\w-]+\/)?embed\//.test(page) ? new URLSearchParams(location.search) : new Map();

  var theme = asked.get('theme') || recall('lcnet.theme');
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.theme = theme;

  // A path that names a language is an explicit wish and stays.
  if (PREFIXED.indexOf(page.split('/')[0]) >= 0) return;
  var wanted = asked.get('lang') || recall('lcnet.locale');
  if (wanted === null && /^zh\b/i.test(navigator.language)) wanted = 'zh-CN';
  if (PREFIXED.indexOf(wanted) < 0) return;
  location.replace(base + wanted + '/' + page + location.search + location.hash);
})();

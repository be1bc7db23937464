// Part of the page for unknown addresses, which is shown wherever a host likes: finds the site's root above the
// address, points the links there, and shows the visitor's language and theme.

const SITE = 'LCNet Explorer';
const DEEPEST = 8;

/** @param {string} key @returns {string | null} */
function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} folder */
async function isRoot(folder) {
  try {
    const { name } = await (await fetch(`${folder}manifest.webmanifest`)).json();
    return name === SITE;
  } catch {
    return false;
  }
}

const wanted = recall('lcnet.locale') ?? navigator.language;
const lang = /\/zh-CN\//.test(location.pathname) || /^zh\b/i.test(wanted) ? 'zh-CN' : 'en';
document.documentElement.lang = lang;
for (const part of document.querySelectorAll('section')) {
  part.hidden = part.lang !== lang;
  if (!part.hidden) document.title = part.dataset.title ?? document.title;
}

const theme = recall('lcnet.theme');
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;

// `/a/b/c` lies below `/a/b/`, `/a/` and `/`, the likeliest first
const names = location.pathname.split('/').slice(1, -1).filter(Boolean);
const folders = [...names.keys(), names.length].map((count) => `/${names.slice(0, count).join('/')}/`);
const above = folders
  .map((folder) => folder.replace('//', '/'))
  .reverse()
  .slice(-DEEPEST);
void Promise.all(above.map(isRoot)).then((found) => {
  const root = above[found.indexOf(true)];
  if (root === undefined) return;
  for (const link of document.querySelectorAll('a')) link.href = root + (link.dataset.path ?? '');
  // browser tests wait for this before they click
  document.documentElement.dataset.root = root;
});

// Sets colours and language before the first paint, so that nothing flashes. A file, because the policy allows no inline script.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const scheme = read('renkei-color-scheme') ?? 'auto';
  const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  const language = read('renkei-language') ?? (navigator.language.startsWith('ja') ? 'ja' : 'en');
  document.documentElement.lang = language;
})();

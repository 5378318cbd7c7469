/** Puts the theme on the document: what the address asks for (`?theme=`), else what the system prefers. */
export function applyTheme(asked: string | null): void {
  const root = document.documentElement;
  if (asked === 'dark' || asked === 'light') {
    root.dataset.theme = asked;
    return;
  }
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    root.dataset.theme = prefersDark.matches ? 'dark' : 'light';
  };
  prefersDark.addEventListener('change', follow);
  follow();
}

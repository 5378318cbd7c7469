import './ui/tokens.css';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createBusinessApi } from './api/business-api.ts';
import { createPhoneApi } from './api/phone-api.ts';
import { App } from './app/App.tsx';
import { listenToParent } from './app/followed-conversation.ts';
import { SideContext, sideOf } from './app/side.ts';
import { chooseLanguage, LanguageContext } from './i18n/language.ts';
import { loadLater } from './ui/load-later.ts';
import { applyTheme } from './ui/theme.ts';

const asked = new URLSearchParams(window.location.search);
const language = chooseLanguage(asked.get('lang'), navigator.languages);
document.documentElement.lang = language;
applyTheme(asked.get('theme'));

const side = sideOf(window.location.pathname);
const createApi = side === 'business' ? createBusinessApi : createPhoneApi;
const api = createApi((input, init) => fetch(input, init));
const conversations = listenToParent(window);

const SignupApp = loadLater(async () => (await import('./signup/SignupApp.tsx')).SignupApp);
const LinkApp = loadLater(async () => (await import('./signup/LinkApp.tsx')).LinkApp);

/** Pages beside the phones, by their address. */
function choosePage(path: string) {
  const digits = /^\/business-app\/(\d+)/u.exec(path)?.[1];
  if (digits !== undefined) return <LinkApp digits={digits} />;
  if (path.endsWith('/dialog/oauth')) return <SignupApp query={asked} />;
  return <App api={api} conversations={conversations} />;
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageContext value={language}>
      <SideContext value={side}>
        <Suspense>{choosePage(window.location.pathname)}</Suspense>
      </SideContext>
    </LanguageContext>
  </StrictMode>,
);

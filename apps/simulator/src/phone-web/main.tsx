import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createPhoneApi } from './api/phone-api.ts';
import { App } from './app/App.tsx';
import { listenToParent } from './app/followed-conversation.ts';
import { chooseLanguage, LanguageContext } from './i18n/language.ts';
import { applyTheme } from './ui/theme.ts';

const asked = new URLSearchParams(window.location.search);
const language = chooseLanguage(asked.get('lang'), navigator.languages);
document.documentElement.lang = language;
applyTheme(asked.get('theme'));

const conversations = listenToParent(window);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageContext value={language}>
      <App api={createPhoneApi((input, init) => fetch(input, init))} conversations={conversations} />
    </LanguageContext>
  </StrictMode>,
);

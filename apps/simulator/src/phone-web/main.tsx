import './ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createPhoneApi } from './api/phone-api.ts';
import { App } from './app/App.tsx';
import { chooseLanguage, LanguageContext } from './i18n/language.ts';
import { applyTheme } from './ui/theme.ts';

const asked = new URLSearchParams(window.location.search);
const language = chooseLanguage(asked.get('lang'), navigator.languages);
document.documentElement.lang = language;
applyTheme(asked.get('theme'));

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageContext value={language}>
      <App api={createPhoneApi((input, init) => fetch(input, init))} />
    </LanguageContext>
  </StrictMode>,
);

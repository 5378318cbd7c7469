import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app/tokens.css';
import { App } from './app/app.tsx';
import { reloadWhenOutdated } from './app/reload-when-outdated.ts';
import { activateLanguage, preferredLanguage } from './lib/i18n.ts';

// Compiled parsers need `new Function`, which the content security policy forbids.
z.config({ jitless: true });

reloadWhenOutdated();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await activateLanguage(preferredLanguage());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// The faces are 120 rules long; the first paint does not wait for them.
void import('./app/fonts.css');

import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import type { Content, Media } from '@renkei/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { ContentView } from '../content/content-view.tsx';
import { type ConversationPlace, ConversationProvider } from '../content/conversation-context.ts';

/** What every screen stands in; sentences are the English ones of the source. */
export function Page({ children }: { readonly children: ReactNode }) {
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <MantineProvider env="test">{children}</MantineProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** Views are fetched when they are first shown; a busy machine takes its time. */
const longestFetchMs = 15_000;

/** Shows content, by itself as a preview does or at its place in a thread. Resolves once its view has been fetched. */
export async function renderContent(
  content: Content,
  files: readonly Media[] = [],
  place: ConversationPlace | null = null,
): Promise<HTMLElement> {
  const { container } = render(
    <Page>
      <ConversationProvider value={place}>
        <div data-testid="content">
          <ContentView content={content} files={new Map(files.map((file) => [file.id, file]))} />
        </div>
      </ConversationProvider>
    </Page>,
  );
  await waitFor(() => expect(container.querySelector('[aria-busy]')).toBeNull(), { timeout: longestFetchMs });
  return screen.getByTestId('content');
}

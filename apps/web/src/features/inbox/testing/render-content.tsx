import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import type { Content, Media } from '@renkei/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { ContentView } from '../content/content-view.tsx';

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

/** Shows content as a preview does: by itself, with nothing to go to. Resolves once its view has been fetched. */
export async function renderContent(content: Content, files: readonly Media[] = []): Promise<HTMLElement> {
  const { container } = render(
    <Page>
      <div data-testid="content">
        <ContentView content={content} files={new Map(files.map((file) => [file.id, file]))} />
      </div>
    </Page>,
  );
  await waitFor(() => expect(container.querySelector('[aria-busy]')).toBeNull());
  return screen.getByTestId('content');
}

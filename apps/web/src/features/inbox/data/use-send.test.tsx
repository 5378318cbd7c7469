// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { makeMessage } from '../testing/make-message.ts';
import { useSend } from './use-send.ts';

afterEach(() => vi.unstubAllGlobals());

const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

test('messages written together are sent one after the other, also past one that fails', async () => {
  const calls: string[] = [];
  const answers: ((response: Response) => void)[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>((_input, init) => {
      calls.push(typeof init?.body === 'string' ? JSON.parse(init.body).content.body : 'no text');
      return new Promise<Response>((resolve) => answers.push(resolve));
    }),
  );
  const { result } = renderHook(() => useSend('01890000-0000-7000-8000-000000000001'), { wrapper });
  for (const body of ['one', 'two', 'three']) result.current({ content: { kind: 'text', body } });
  await waitFor(() => expect(calls).toEqual(['one']));
  answers[0]?.(new Response('{}', { status: 503 }));
  await waitFor(() => expect(calls).toEqual(['one', 'two']));
  answers[1]?.(Response.json(makeMessage({ content: { kind: 'text', body: 'two' } }), { status: 202 }));
  await waitFor(() => expect(calls).toEqual(['one', 'two', 'three']));
});

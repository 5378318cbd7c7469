// @vitest-environment happy-dom

import type { Media } from '@renkei/contract';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { makeMedia } from '../../testing/make-message.ts';
import { Page } from '../../testing/render-content.tsx';
import { FilePicker } from './file-picker.tsx';

const uploads: ((media: Media) => void)[] = [];
vi.mock(import('@renkei/sdk'), async (importOriginal) => ({
  ...(await importOriginal()),
  upload: () => new Promise<Media>((resolve) => uploads.push(resolve)),
}));
afterEach(cleanup);

/** A form of a text and a file that keeps both in one value, as the composer's forms do. */
function Form() {
  const [value, setValue] = useState<{ readonly text: string; readonly file: Media | null }>({
    text: '',
    file: null,
  });
  return (
    <Page>
      <input
        aria-label="Text"
        value={value.text}
        onChange={(event) => setValue({ ...value, text: event.target.value })}
      />
      <FilePicker
        label="Picture"
        kind="image"
        value={value.file}
        onChange={(file) => setValue({ ...value, file })}
        faults={[]}
      />
    </Page>
  );
}

test('what is typed while a file is on its way stays when the file has come', async () => {
  render(<Form />);
  const file = new File([new Uint8Array([1])], 'cup.png', { type: 'image/png' });
  fireEvent.change(screen.getByLabelText('Picture', { selector: 'input' }), { target: { files: [file] } });
  await waitFor(() => expect(uploads).toHaveLength(1));
  fireEvent.change(screen.getByLabelText('Text'), { target: { value: 'Good morning' } });
  uploads[0]?.(makeMedia({ fileName: 'cup.png' }));
  await screen.findByText('cup.png');
  expect(screen.getByLabelText('Text')).toHaveProperty('value', 'Good morning');
});

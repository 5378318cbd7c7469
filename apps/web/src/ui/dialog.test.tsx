// @vitest-environment happy-dom
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Dialog } from './dialog.tsx';

afterEach(cleanup);

function Two() {
  const [count, setCount] = useState(1);
  return (
    <>
      {count > 0 ? (
        <Dialog title="Outer" onClose={() => setCount(0)}>
          <button type="button" onClick={() => setCount(2)}>
            more
          </button>
          {count > 1 ? (
            <Dialog title="Inner" onClose={() => setCount(1)}>
              …
            </Dialog>
          ) : null}
        </Dialog>
      ) : null}
    </>
  );
}

test('Escape closes the dialog that was opened last, and only that', () => {
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  render(
    <I18nProvider i18n={i18n}>
      <MantineProvider env="test">
        <Two />
      </MantineProvider>
    </I18nProvider>,
  );
  fireEvent.click(screen.getByText('more'));
  expect(screen.queryByText('Inner')).not.toBeNull();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByText('Inner')).toBeNull();
  expect(screen.queryByText('Outer')).not.toBeNull();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByText('Outer')).toBeNull();
});

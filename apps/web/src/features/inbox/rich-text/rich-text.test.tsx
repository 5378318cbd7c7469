// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { RichText } from './rich-text.tsx';

afterEach(cleanup);

test('markup in a message is text, not markup of the page', () => {
  const { container } = render(<RichText text={'<img src=x onerror=alert(1)> *bold* https://example.com'} />);
  expect(container.querySelector('img')).toBeNull();
  expect(container.querySelector('strong')?.textContent).toBe('bold');
  expect(container.querySelector('a')?.getAttribute('rel')).toContain('noopener');
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
});

import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useFlag } from '../../../lib/preferences.ts';

/** The same width as in contact-panel.module.css: below it the details lie on the thread. */
const besideTheThread = '(min-width: 1024px)';

/**
 * Whether the contact's details are shown. Beside the thread that is remembered; where they would cover it they open for
 * this conversation only, or the next one would seem to have no messages.
 */
export function useContactPanel(): readonly [boolean, (isOpen: boolean) => void] {
  const isBeside = useMediaQuery(besideTheThread, true, { getInitialValueInEffect: false });
  const remembered = useFlag('renkei-contact-panel', false);
  const once = useState(false);
  return isBeside === true ? remembered : once;
}

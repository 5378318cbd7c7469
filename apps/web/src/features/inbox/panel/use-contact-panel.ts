import { useFlag } from '../../../lib/preferences.ts';

/** Whether the contact's details stand beside the thread; remembered. */
export function useContactPanel() {
  return useFlag('renkei-contact-panel', false);
}

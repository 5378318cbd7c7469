import type { SendingSettings } from '@renkei/contract';

/** What every part of the form is given. */
export interface RulesPartProps {
  readonly settings: SendingSettings;
  readonly onChange: (change: Partial<SendingSettings>) => void;
}

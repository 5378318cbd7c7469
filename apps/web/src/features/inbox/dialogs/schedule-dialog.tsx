import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDateTime } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Dialog } from '../../../ui/dialog.tsx';

export interface ScheduleDialogProps {
  /** The end of the customer service window. */
  readonly closesAt: string;
  readonly onChoose: (sendAt: string) => void;
  readonly onClose: () => void;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** When a message shall go, within the window that is open. */
export function ScheduleDialog({ closesAt, onChoose, onClose }: ScheduleDialogProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [openedAtMs] = useState(Date.now);
  const now = useNow(5_000);
  const [typed, setTyped] = useState(() =>
    toField(Math.min(openedAtMs + hourMs, Date.parse(closesAt) - 5 * minuteMs)),
  );
  const chosenMs = Date.parse(typed);
  const end = formatDateTime(closesAt, language);
  const fault = Number.isNaN(chosenMs)
    ? t`Choose a date and a time`
    : chosenMs >= Date.parse(closesAt)
      ? t`Choose a time before ${end}: the customer service window closes then.`
      : chosenMs <= now
        ? t`Choose a later time`
        : null;
  return (
    <Dialog onClose={onClose} title={<Trans>Send at a chosen time</Trans>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fault === null) onChoose(new Date(chosenMs).toISOString());
        }}
      >
        <TextInput
          type="datetime-local"
          label={<Trans>When should it go?</Trans>}
          description={
            <Trans>Free messages can go until {end}, when the customer service window closes.</Trans>
          }
          min={toField(openedAtMs)}
          max={toField(Date.parse(closesAt))}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={fault}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" disabled={fault !== null}>
            <Trans>Schedule</Trans>
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** As the field wants it: the time of the place, to the minute. */
function toField(atMs: number): string {
  const date = new Date(atMs);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDateTime } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Dialog } from '../../../ui/dialog.tsx';

export interface ScheduleDialogProps {
  /** The end of the customer service window; null: any time of the next 90 days, as for templates. */
  readonly closesAt: string | null;
  readonly onChoose: (sendAt: string) => void;
  readonly onClose: () => void;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** So far ahead the server takes messages. */
const farthestMs = 90 * 24 * hourMs;

/** When a message shall go, while it may. */
export function ScheduleDialog({ closesAt, onChoose, onClose }: ScheduleDialogProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [openedAtMs] = useState(Date.now);
  const now = useNow(5_000);
  const endMs = closesAt === null ? openedAtMs + farthestMs : Date.parse(closesAt);
  const [typed, setTyped] = useState(() => toField(Math.min(openedAtMs + hourMs, endMs - 5 * minuteMs)));
  const chosenMs = Date.parse(typed);
  const end = formatDateTime(new Date(endMs).toISOString(), language);
  const fault = Number.isNaN(chosenMs)
    ? t`Choose a date and a time`
    : chosenMs >= endMs
      ? closesAt === null
        ? t`Choose a time before ${end}: messages are taken for at most 90 days ahead.`
        : t`Choose a time before ${end}: the customer service window closes then.`
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
            closesAt === null ? (
              <Trans>All rules are asked again when it goes: consent, quiet hours, limits.</Trans>
            ) : (
              <Trans>Free messages can go until {end}, when the customer service window closes.</Trans>
            )
          }
          min={toField(openedAtMs)}
          max={toField(endMs)}
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

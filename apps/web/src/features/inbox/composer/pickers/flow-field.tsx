import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { WhatsAppFlow } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import * as z from 'zod';
import { problemOf } from '../../../../lib/problem.ts';
import { flowsQuery } from '../../data/queries.ts';
import { defineField, type Fault, type Field, missing } from '../fields/field.ts';
import { useFormPlace } from '../fields/form-place.ts';
import { useFault } from '../fields/use-fault.ts';
import { IdPicker } from './id-picker.tsx';
import styles from './pickers.module.css';
import { Unreadable } from './unreadable.tsx';

/** The id of a WhatsApp Flow, chosen by its name or typed. */
export function flowField(): Field<string> {
  return defineField({
    label: msg`Flow ID`,
    schema: z.string().catch(''),
    View: (props) => <FlowFieldView {...props} />,
    faultsOf: (value) => (value.trim() === '' ? [missing(msg`Fill this in`)] : []),
    outputOf: (value) => value.trim(),
  });
}

/** What Meta says of those that can be sent; the others are not offered. */
const sendableStates: Readonly<Record<string, MessageDescriptor | null>> = {
  published: null,
  throttled: msg`Throttled`,
  draft: msg`Draft`,
};

interface FlowFieldViewProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: readonly Fault[];
}

function FlowFieldView({ value, onChange, faults }: FlowFieldViewProps) {
  const { t, i18n } = useLingui();
  const fault = useFault(faults);
  const { channelId } = useFormPlace();
  const [search, setSearch] = useState('');
  const { data, error } = useQuery(flowsQuery(channelId));
  const flows = data?.items.filter(({ status }) => status in sendableStates) ?? [];
  const found = flows.filter((flow) => isFound(flow, search));
  return (
    <div>
      <IdPicker
        label={t`Flow ID`}
        description={t`Search by name, or type the ID`}
        text={value}
        onType={(text) => {
          setSearch(text);
          onChange(text);
        }}
        onPick={({ id }) => {
          setSearch('');
          onChange(id);
        }}
        options={found.map(({ id, name, status }) => {
          const state = sendableStates[status];
          return { id, name, detail: state ? i18n._(state) : null };
        })}
        note={
          error === null ? (
            noteOf(data === undefined, flows.length, found.length)
          ) : (
            <Unreadable problem={problemOf(error)} />
          )
        }
        error={fault}
      />
      <KnownFlow flow={data?.items.find(({ id }) => id === value.trim())} />
    </div>
  );
}

function isFound({ id, name }: WhatsAppFlow, search: string): boolean {
  const part = search.trim().toLowerCase();
  return id.includes(part) || name.toLowerCase().includes(part);
}

function noteOf(isReading: boolean, count: number, foundCount: number): ReactNode {
  if (isReading) return <Trans>Reading from Meta…</Trans>;
  if (count === 0) {
    return (
      <Trans>
        This account has no WhatsApp Flow yet. Make one in Meta's WhatsApp Manager under Account tools →
        Flows; it can be chosen here then.
      </Trans>
    );
  }
  return foundCount === 0 ? <Trans>Nothing found. What you type is taken as the ID.</Trans> : null;
}

function KnownFlow({ flow }: { readonly flow: WhatsAppFlow | undefined }) {
  if (flow === undefined) return null;
  return (
    <p className={styles.known}>
      {flow.name}
      {flow.status === 'draft' ? (
        <>
          {' · '}
          <Trans>A draft: choose “Draft, for testing” under Advanced</Trans>
        </>
      ) : null}
    </p>
  );
}

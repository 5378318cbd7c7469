import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { formatClock } from '../../../../lib/format-time.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import { contentKindInfo } from '../../content/kind-info.ts';
import { previewOf } from '../../content/preview-of.ts';
import { messagesQuery } from '../../data/queries.ts';
import { defineField, type Fault, type Field, type FieldOptions, missing } from './field.ts';
import { FieldLabel } from './field-label.tsx';
import { useFormPlace } from './form-place.ts';
import { useFault } from './use-fault.ts';

/** One of the latest messages of the conversation. */
export function messageField(options: FieldOptions): Field<string> {
  return defineField({
    ...options,
    schema: z.string().catch(''),
    View: (props) => <MessageFieldView {...props} options={options} />,
    faultsOf: (value) => (value === '' ? [missing(msg`Choose a message`)] : []),
    outputOf: (value) => value,
  });
}

const offeredCount = 60;
const previewLength = 60;

interface MessageFieldViewProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: readonly Fault[];
  readonly options: FieldOptions;
}

function MessageFieldView({ value, onChange, faults, options }: MessageFieldViewProps) {
  const { i18n } = useLingui();
  const language = useLanguage();
  const fault = useFault(faults);
  const { conversationId } = useFormPlace();
  const { data } = useInfiniteQuery(messagesQuery(conversationId));
  const messages = data?.pages.flatMap(({ items }) => items).slice(0, offeredCount) ?? [];
  return (
    <Select
      label={<FieldLabel label={options.label} />}
      searchable
      data={messages.map((message) => ({
        value: message.id,
        label: `${formatClock(message.shownAt, language)} · ${
          previewOf(message).slice(0, previewLength) || i18n._(contentKindInfo[message.content.kind].label)
        }`,
      }))}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
      error={fault}
    />
  );
}

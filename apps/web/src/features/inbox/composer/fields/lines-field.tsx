import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import * as z from 'zod';
import { defineField, type Fault, type Field, type FieldOptions, missing, wrong } from './field.ts';
import { FieldLabel } from './field-label.tsx';
import styles from './fields.module.css';
import { Count } from './text-field.tsx';
import { useFault } from './use-fault.ts';

interface LinesOptions extends FieldOptions {
  readonly description?: MessageDescriptor;
  readonly placeholder?: string;
  readonly min: number;
  readonly max: number;
}

/** Many short values, one a line: quicker to paste than a field for each. Blank lines and doubles are left out. */
export function linesField(options: LinesOptions): Field<string[]> {
  const { min, max } = options;
  return defineField({
    ...options,
    schema: z.string().catch(''),
    View: (props) => <LinesFieldView {...props} options={options} />,
    faultsOf: (value) => {
      const count = linesOf(value).length;
      if (count === 0 && min > 0) return [missing(msg`Fill this in`)];
      if (count < min) return [missing(msg`At least ${min} lines`)];
      return count > max ? [wrong(msg`At most ${max} lines`)] : [];
    },
    outputOf: linesOf,
  });
}

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

interface LinesFieldViewProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: readonly Fault[];
  readonly options: LinesOptions;
}

function LinesFieldView({ value, onChange, faults, options }: LinesFieldViewProps) {
  const { i18n } = useLingui();
  const fault = useFault(faults);
  const { description, placeholder, max, min } = options;
  return (
    <div className={styles.field}>
      <Textarea
        label={<FieldLabel label={options.label} isOptional={min === 0} />}
        description={description === undefined ? undefined : i18n._(description)}
        placeholder={placeholder}
        autosize
        minRows={2}
        maxRows={10}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={fault}
      />
      <Count length={linesOf(value).length} limit={max} />
    </div>
  );
}

import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import * as z from 'zod';
import {
  type ErasedFieldProps,
  type Fault,
  type Field,
  type FieldOptions,
  faultsAt,
  within,
} from './field.ts';
import styles from './fields.module.css';

export type Fields = Readonly<Record<string, Field<unknown>>>;

type Outputs<Members extends Fields> = {
  [Name in keyof Members]: Members[Name] extends Field<infer Output> ? Output : never;
};

interface GroupOptions extends Partial<FieldOptions> {
  /** Beside each other, where there is room. */
  readonly isInline?: boolean;
}

/** Fields under their names, in the order in which they are shown; what gives nothing is left out of the output. */
export function groupField<const Members extends Fields>(
  fields: Members,
  options: GroupOptions = {},
): Field<Outputs<Members>> {
  const members = Object.entries(fields);
  const collect = <Item,>(
    value: unknown,
    each: (field: Field<unknown>, inner: unknown, name: string) => Item,
  ) => {
    const record = recordOf(value);
    return members.map(([name, field]) => each(field, record[name], name));
  };
  return {
    label: options.label ?? msg`Details`,
    isAdvanced: options.isAdvanced ?? false,
    restore: (stored) =>
      Object.fromEntries(collect(stored, (field, inner, name) => [name, field.restore(inner)])),
    View: (props) => <GroupView {...props} fields={fields} isInline={options.isInline ?? false} />,
    faultsOf: (value) => collect(value, (field, inner, name) => within(name, field.faultsOf(inner))).flat(),
    // Made of the very fields whose outputs its type lists; `fromEntries` forgets which belong together.
    outputOf: (value) =>
      Object.fromEntries(
        collect(value, (field, inner, name) => [name, field.outputOf(inner)] as const).filter(
          ([, output]) => output !== undefined,
        ),
      ) as Outputs<Members>,
    filesOf: (value) => collect(value, (field, inner) => field.filesOf(inner)).flat(),
  };
}

const recordSchema = z.record(z.string(), z.unknown()).catch({});

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return recordSchema.parse(value);
}

interface GroupViewProps extends ErasedFieldProps {
  readonly fields: Fields;
  readonly isInline: boolean;
}

function GroupView({ value, onChange, faults, fields, isInline }: GroupViewProps) {
  const record = recordOf(value);
  const members = Object.entries(fields);
  if (members.length === 0) return null;
  const rest = members.filter(([, { isAdvanced }]) => isAdvanced);
  const draw = ([name, { View }]: readonly [string, Field<unknown>]) => (
    <View
      key={name}
      value={record[name]}
      onChange={(next) => onChange({ ...record, [name]: next })}
      faults={faultsAt(name, faults)}
    />
  );
  return (
    <div className={styles.group}>
      <div className={styles.group} data-inline={isInline}>
        {members.filter(([, { isAdvanced }]) => !isAdvanced).map(draw)}
      </div>
      {rest.length === 0 ? null : (
        <details className={styles.advanced} open={hasFaults(rest, faults) || undefined}>
          <summary>
            <Trans>Advanced</Trans>
          </summary>
          <div className={styles.group}>{rest.map(draw)}</div>
        </details>
      )}
    </div>
  );
}

/** What is wrong must not stay folded away. */
function hasFaults(
  members: readonly (readonly [string, Field<unknown>])[],
  faults: readonly Fault[],
): boolean {
  return members.some(([name]) => faultsAt(name, faults).length > 0);
}

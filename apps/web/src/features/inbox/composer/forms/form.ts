import type { MessageDescriptor } from '@lingui/core';
import type { SendableContent } from '@renkei/contract';
import { type Fault, type Field, mapField } from '../fields/field.ts';
import { type Fields, groupField } from '../fields/group-field.tsx';
import type { FormGroup } from './groups.ts';

/** How one kind of message is made: its place in the menu, and the fields that make it. */
export interface Form {
  readonly kind: SendableContent['kind'];
  readonly group: FormGroup;
  /** In a few words, what it is good for; the menu's search looks here, too. */
  readonly hint: MessageDescriptor;
  readonly field: Field<SendableContent>;
  /** Only for groups, or only for people; by default for both. */
  readonly isFor: (recipient: { readonly isGroup: boolean }) => boolean;
}

type OutputOf<Members extends Fields> =
  ReturnType<typeof groupField<Members>> extends Field<infer Output> ? Output : never;

interface FormDefinition<Members extends Fields> {
  readonly kind: SendableContent['kind'];
  readonly group: FormGroup;
  readonly hint: MessageDescriptor;
  readonly fields: Members;
  /** May be asked while the form is half filled in, for the preview: blanks are '' then, files undefined. */
  readonly toContent: (output: OutputOf<Members>) => SendableContent;
  /** Rules about the form as a whole, by the paths of its fields. */
  readonly faultsOf?: (output: OutputOf<Members>) => readonly Fault[];
  readonly isFor?: Form['isFor'];
}

export function defineForm<const Members extends Fields>(definition: FormDefinition<Members>): Form {
  const { kind, group, hint, fields, toContent, faultsOf, isFor } = definition;
  return {
    kind,
    group,
    hint,
    field: mapField(groupField(fields), toContent, faultsOf),
    isFor: isFor ?? (() => true),
  };
}

/** Whether there is enough of it to be drawn: texts may be blank, numbers must be there. */
export function canPreview(content: unknown): boolean {
  if (typeof content !== 'object' || content === null) return !Number.isNaN(content);
  return Object.values(content).every(canPreview);
}

import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';

interface FieldLabelProps {
  readonly label: MessageDescriptor;
  readonly isOptional?: boolean;
}

/** What a field is called, and whether it can be left empty. */
export function FieldLabel({ label, isOptional = false }: FieldLabelProps) {
  const { t, i18n } = useLingui();
  const name = i18n._(label);
  return isOptional ? t`${name} (optional)` : name;
}

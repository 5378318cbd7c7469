/** What tests of forms share. */
import { setupI18n } from '@lingui/core';
import type { SendableContent } from '@renkei/contract';
import type { Form } from './form.ts';
import { forms } from './registry.ts';

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

export function formOf(kind: SendableContent['kind']): Form {
  const form = forms.find((one) => one.kind === kind);
  if (form === undefined) throw new Error(`No form makes ${kind}.`);
  return form;
}

/** What is said at each field that has something wrong, in English. */
export function messagesOf(kind: SendableContent['kind'], typed: object): Readonly<Record<string, string>> {
  const { field } = formOf(kind);
  return Object.fromEntries(
    field.faultsOf(field.restore(typed)).map(({ path, message }) => [path, i18n._(message)]),
  );
}

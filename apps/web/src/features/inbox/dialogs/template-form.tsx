import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Template } from '@renkei/contract';
import { type FormEvent, useState } from 'react';
import { TemplateText } from '../content/template-text.tsx';
import { useSend } from '../data/use-send.ts';
import { fillTemplate, type TemplateParameters } from './fill-template.ts';
import styles from './template-dialog.module.css';

interface TemplateFormProps {
  readonly template: Template;
  readonly conversationId: string;
  readonly onBack: () => void;
  readonly onSent: () => void;
}

type Part = keyof TemplateParameters;

export function TemplateForm({ template, conversationId, onBack, onSent }: TemplateFormProps) {
  const { t } = useLingui();
  const send = useSend(conversationId);
  const [parameters, setParameters] = useState<TemplateParameters>({
    header: Array.from({ length: template.headerParameterCount }, () => ''),
    body: Array.from({ length: template.bodyParameterCount }, () => ''),
  });
  const isFilled = [...parameters.header, ...parameters.body].every((value) => value.trim() !== '');
  const change = (part: Part, index: number, value: string) =>
    setParameters((current) => ({ ...current, [part]: current[part].with(index, value) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isFilled) return;
    send({
      content: {
        kind: 'template',
        name: template.name,
        language: template.language,
        headerParameters: parameters.header.map((value) => value.trim()),
        bodyParameters: parameters.body.map((value) => value.trim()),
        rendered: { ...fillTemplate(template, parameters), buttons: [...template.buttons] },
      },
    });
    onSent();
  };
  const field = (part: Part, label: string, index: number) => (
    <TextInput
      key={`${part}-${index}`}
      label={label}
      maxLength={1024}
      value={parameters[part][index] ?? ''}
      onChange={(event) => change(part, index, event.currentTarget.value)}
      {...(index === 0 ? { 'data-autofocus': true } : {})}
    />
  );
  return (
    <form onSubmit={submit}>
      <div className={styles.columns}>
        <Stack gap="sm">
          {parameters.header.map((_, index) => field('header', t`Header`, index))}
          {parameters.body.map((_, index) => field('body', t`Variable ${index + 1}`, index))}
          {parameters.header.length + parameters.body.length === 0 ? (
            <p className={styles.body}>
              <Trans>This template has nothing to fill in.</Trans>
            </p>
          ) : null}
        </Stack>
        <section aria-label={t`Preview`} aria-live="polite" className={styles.preview}>
          <div className={styles.bubble}>
            <TemplateText {...fillTemplate(template, parameters)} />
          </div>
        </section>
      </div>
      <Group justify="space-between" mt="md">
        <Button variant="subtle" color="gray" onClick={onBack}>
          <Trans>Other template</Trans>
        </Button>
        <Button type="submit" disabled={!isFilled}>
          <Trans>Send the template</Trans>
        </Button>
      </Group>
    </form>
  );
}

import type { SendMessageRequestOf } from '@renkei/graph-api';
import type { Template } from '../entities.ts';
import { readTemplateShape, type TemplateButton } from './template-shape.ts';
import { fillText } from './template-text.ts';

export type TemplateContent = SendMessageRequestOf<'template'>['template'];
export type TemplateComponent = NonNullable<TemplateContent['components']>[number];

/** A template as the person sees it; media of the header stay as the send gave them. */
export interface RenderedTemplate {
  readonly name: string;
  readonly language: string;
  readonly header?: unknown;
  readonly body: string;
  readonly footer?: string | undefined;
  readonly buttons: readonly RenderedButton[];
}

export interface RenderedButton {
  readonly type: string;
  readonly text: string;
  readonly payload?: string | undefined;
  readonly url?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly code?: string | undefined;
}

export function renderTemplate(template: Template, content: TemplateContent): RenderedTemplate {
  const { header, body, footer, buttons } = readTemplateShape(template);
  const sent = content.components ?? [];
  const headerSent = sent.find((component) => component.type === 'header');
  const bodySent = sent.find((component) => component.type === 'body');
  return {
    name: template.name,
    language: template.language,
    ...(header ? { header: renderHeader(header.text, headerSent) } : {}),
    body: fillText(body, bodySent?.parameters ?? []),
    footer,
    buttons: buttons.map((button, index) => renderButton(button, findButton(sent, index))),
  };
}

function renderHeader(
  text: string | undefined,
  sent: Extract<TemplateComponent, { type: 'header' }> | undefined,
): unknown {
  const parameter = sent?.parameters[0];
  if (text !== undefined) return fillText(text, parameter?.type === 'text' ? [parameter] : []);
  return parameter;
}

export function findButton(sent: readonly TemplateComponent[], index: number) {
  return sent.find((component) => component.type === 'button' && component.index === String(index));
}

function renderButton(button: TemplateButton, sent: TemplateComponent | undefined): RenderedButton {
  const parameter = sent?.parameters[0];
  const text = button.text ?? button.type;
  const suffix = parameter?.type === 'text' ? parameter.text : '';
  return {
    type: button.type,
    text,
    ...(button.type === 'QUICK_REPLY'
      ? { payload: parameter?.type === 'payload' ? parameter.payload : text }
      : {}),
    ...(button.url === undefined ? {} : { url: button.url.replace(/\{\{\s*\w+\s*\}\}/, suffix) }),
    ...(button.phone_number === undefined ? {} : { phoneNumber: button.phone_number }),
    ...(parameter?.type === 'coupon_code' ? { code: parameter.coupon_code } : {}),
  };
}

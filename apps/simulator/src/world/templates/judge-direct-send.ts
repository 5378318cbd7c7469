import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { OutboundMessage } from '../messages/messages.ts';
import { categoriseText } from './review/categorise.ts';

/** Tells that content went out as utility although it advertises (`template_correct_category_detection`). */
export function judgeDirectSend(
  simulation: Simulation,
  { id, type, content, category, phoneNumberId, madeTemplateId }: OutboundMessage,
): void {
  const text = typeof content === 'object' && content !== null ? { ...content } : {};
  const body = 'body' in text ? text.body : undefined;
  const words = typeof body === 'string' ? body : JSON.stringify(content);
  const correct = categoriseText({ components: [{ type: 'BODY', text: words }] });
  if (category !== 'utility' || correct !== 'MARKETING') return;
  notify(simulation, {
    field: 'template_correct_category_detection',
    phoneNumberId,
    value: {
      message_template_id: madeTemplateId,
      message_template_name: `direct_send_${type}_${id
        .slice(-8)
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')}`,
      message_template_language: 'en',
      category: 'UTILITY',
      correct_category: correct,
    },
  });
}

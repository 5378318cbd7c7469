import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { QualityScore } from '../entities.ts';
import { pauseTemplate } from '../templates/pause-template.ts';
import { refOf } from '../templates/tell-template.ts';

/** Gives a number another rating. Low quality flags it, and the flag is told. */
export function changeNumberQuality(
  simulation: Simulation,
  phoneNumberId: string,
  score: QualityScore,
): void {
  const { world, commit } = simulation;
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  if (!phoneNumber || phoneNumber.qualityRating === score) return;
  const isFlagged = score === 'RED';
  const status = isFlagged ? 'FLAGGED' : phoneNumber.status === 'FLAGGED' ? 'CONNECTED' : phoneNumber.status;
  commit({
    kind: 'entities',
    entities: { phoneNumbers: [{ ...phoneNumber, qualityRating: score, status }] },
  });
  if (!isFlagged) return;
  const portfolioId = world.wabas.get(phoneNumber.wabaId)?.portfolioId ?? '';
  notify(simulation, {
    field: 'phone_number_quality_update',
    wabaId: phoneNumber.wabaId,
    value: {
      display_phone_number: phoneNumber.digits,
      event: 'FLAGGED',
      max_daily_conversations_per_business: world.portfolios.get(portfolioId)?.messagingLimit,
    },
  });
}

/** Gives a template another quality. The lowest pauses it. */
export function changeTemplateQuality(simulation: Simulation, templateId: string, score: QualityScore): void {
  const { world, commit, clock } = simulation;
  const template = world.templates.get(templateId);
  const previous = template?.quality?.score ?? 'UNKNOWN';
  if (!template || previous === score) return;
  const rated = { ...template, quality: { score, at: clock.now() } };
  commit({ kind: 'entities', entities: { templates: [rated] } });
  notify(simulation, {
    field: 'message_template_quality_update',
    wabaId: template.wabaId,
    value: { previous_quality_score: previous, new_quality_score: score, ...refOf(template) },
  });
  if (score === 'RED') pauseTemplate(simulation, templateId);
}

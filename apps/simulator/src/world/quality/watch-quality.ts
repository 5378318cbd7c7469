import type { Simulation } from '../../simulation.ts';
import { chatKey, getChat, getOutbound } from '../world.ts';
import { changeNumberQuality, changeTemplateQuality } from './change-quality.ts';
import { rateQuality } from './feedback.ts';

/** Lets blocks and reports of people lower the quality of the number and of the template they got last. */
export function watchQuality(simulation: Simulation): void {
  const { world, clock, commit } = simulation;
  const blocked = new Set<string>();
  simulation.onCommit((record) => {
    if (record.kind === 'feedback') rateAnew(simulation, record);
    if (record.kind !== 'chosen') return;
    const { phoneNumberId, waId, choices } = record;
    const key = chatKey(phoneNumberId, waId);
    const isNew = choices.blocked && !blocked.has(key);
    if (choices.blocked) blocked.add(key);
    else blocked.delete(key);
    if (!isNew) return;
    const templateId = lastTemplateId(simulation, phoneNumberId, waId);
    commit({ kind: 'feedback', phoneNumberId, templateId, at: clock.now() });
  });

  function rateAnew(
    simulated: Simulation,
    feedback: { phoneNumberId: string; templateId?: string | undefined },
  ) {
    const rate = (id: string) =>
      rateQuality(world.feedback.get(id) ?? [], clock.now(), world.settings.quality);
    const number = rate(feedback.phoneNumberId);
    if (number) changeNumberQuality(simulated, feedback.phoneNumberId, number);
    const template = feedback.templateId === undefined ? undefined : rate(feedback.templateId);
    if (feedback.templateId !== undefined && template) {
      changeTemplateQuality(simulated, feedback.templateId, template);
    }
  }
}

function lastTemplateId({ world }: Simulation, phoneNumberId: string, waId: string): string | undefined {
  const ids = getChat(world, phoneNumberId, waId)?.messageIds ?? [];
  const last = ids.findLast((id) => getOutbound(world, id)?.message.templateId !== undefined);
  return last === undefined ? undefined : getOutbound(world, last)?.message.templateId;
}

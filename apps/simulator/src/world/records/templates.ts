import type { Template } from '../entities.ts';
import type { OutboundMessage } from '../messages/messages.ts';
import { isPaced } from '../templates/pacing-state.ts';
import { getOutbound, templateKey, type World } from '../world.ts';

interface TemplateCreated {
  readonly template: Template;
  readonly at: number;
}

interface TemplateDeleted {
  readonly templateId: string;
  /** World ms; undefined when the name is free at once. */
  readonly nameLockedUntil?: number | undefined;
}

interface HeldDecided {
  readonly templateId: string;
  readonly messageIds: readonly string[];
}

const hourMs = 60 * 60 * 1000;

export const templateRecords = {
  'template-created': (world: World, { template, at }: TemplateCreated) => {
    world.templates.set(template.id, template);
    world.templateIds.set(templateKey(template), template.id);
    const recent = world.templateCreations.get(template.wabaId) ?? [];
    world.templateCreations.set(template.wabaId, [...recent.filter((time) => time > at - hourMs), at]);
  },
  // The entity stays: phones still show what was sent with it.
  'template-deleted': (world: World, { templateId, nameLockedUntil }: TemplateDeleted) => {
    const template = world.templates.get(templateId);
    if (!template) return;
    world.templates.set(templateId, { ...template, status: 'DELETED' });
    world.templateIds.delete(templateKey(template));
    if (nameLockedUntil !== undefined) world.lockedNames.set(templateKey(template), nameLockedUntil);
  },
  'held-decided': (world: World, { templateId, messageIds }: HeldDecided) => {
    world.heldMessages.delete(templateId);
    for (const id of messageIds) {
      const state = getOutbound(world, id);
      if (state) state.released = true;
    }
  },
};

/** Counts a send against the portion of a template that is new, or puts it to those that wait. */
export function countPaced(world: World, { id, templateId, held }: OutboundMessage): void {
  const template = world.templates.get(templateId ?? '');
  if (!template || templateId === undefined) return;
  if (held) {
    world.heldMessages.set(templateId, [...(world.heldMessages.get(templateId) ?? []), id]);
  } else if (isPaced(template) && world.settings.templates.pacingFirstSends !== null) {
    const sentCount = (template.pacing?.sentCount ?? 0) + 1;
    world.templates.set(templateId, { ...template, pacing: { state: 'sending', sentCount } });
  }
}

import { addFeedback } from '../quality/feedback.ts';
import type { World } from '../world.ts';

/** A person blocked or reported a business; the template is the one they got last. */
interface Feedback {
  readonly phoneNumberId: string;
  readonly templateId?: string | undefined;
  readonly at: number;
}

export const feedbackRecords = {
  feedback: (world: World, { phoneNumberId, templateId, at }: Feedback) => {
    countFeedback(world, phoneNumberId, 'negative', at);
    if (templateId !== undefined) countFeedback(world, templateId, 'negative', at);
  },
};

/** `id` is a number or a template. */
export function countFeedback(world: World, id: string, kind: 'delivered' | 'negative', at: number): void {
  world.feedback.set(id, addFeedback(world.feedback.get(id) ?? [], kind, at));
}

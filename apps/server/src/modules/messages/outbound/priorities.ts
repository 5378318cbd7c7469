import type { SendOrigin } from '../gate/facts.ts';

/** What is served first has the lower number. */
export const replyPriority = 0;
export const automationPriority = 1;
export const campaignPriority = 2;

const priorities: Readonly<Record<SendOrigin, number>> = {
  inbox: replyPriority,
  // A customer waits for it.
  assistant: replyPriority,
  api: automationPriority,
  automation: automationPriority,
  campaign: campaignPriority,
};

/** Answers first, then what programs and automations send, then campaigns. */
export function priorityOf(origin: SendOrigin | null): number {
  return priorities[origin ?? 'inbox'];
}

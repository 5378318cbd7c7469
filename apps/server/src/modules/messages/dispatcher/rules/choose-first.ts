import { automationPriority, campaignPriority, replyPriority } from '../../outbound/priorities.ts';

/** How many turns in a hundred each of the classes that may wait begins. */
const turnsInHundred = 5;

/**
 * Which class begins this turn of a number. Replies do, then automations, then campaigns: somebody waits for a reply. But
 * of every twenty turns one belongs to automations and one to campaigns, or whoever floods a number with replies would
 * keep them waiting until their deadline (decision 25). `chance` is from 0 to below 1. Pure.
 */
export function chooseFirst(chance: number): number {
  if (chance < turnsInHundred / 100) return campaignPriority;
  if (chance < (2 * turnsInHundred) / 100) return automationPriority;
  return replyPriority;
}

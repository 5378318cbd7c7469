import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { type JoinOutcome, joinGroup } from '../../world/groups/join-group.ts';
import type { World } from '../../world/world.ts';
import { phoneAction } from './action.ts';

interface LinkTarget {
  /** Of a number, or of a group. */
  readonly phoneNumberId: string;
  /** What the composer is filled with. */
  readonly text?: string | undefined;
}

/**
 * A `wa.me` link, or what a QR code holds: the chat it opens and the text that waits there. The invite link of a group
 * lets the person in first.
 */
export const openLinkAction = phoneAction({
  schema: z.strictObject({ link: z.string().min(1) }),
  run({ link }, { runtime: { simulation }, customer }) {
    const inviteCode = /^https:\/\/chat\.whatsapp\.com\/([^/?#]+)/.exec(link.trim())?.[1];
    if (inviteCode !== undefined) return enterGroup(joinGroup(simulation, inviteCode, customer.waId));
    const target = findTarget(simulation.world, link.trim());
    if (!target) throw new Refusal(404, 'No business of this simulator is behind this link');
    return target;
  },
});

function enterGroup(joined: JoinOutcome): LinkTarget {
  if (joined.outcome === 'joined' || joined.outcome === 'already_in')
    return { phoneNumberId: joined.groupId };
  throw new Refusal(409, refusals[joined.outcome]);
}

const refusals = {
  requested: 'The business was asked to let you into the group',
  unknown_link: 'This invite link is not valid any more',
  not_allowed: 'The business has removed you from this group',
  full: 'The group is full',
  suspended: 'The group is suspended',
} as const;

function findTarget(world: World, link: string): LinkTarget | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const code = /\/message\/([A-Z2-7]{14})/.exec(url?.pathname ?? `/message/${link}`)?.[1];
  const qrCode = code === undefined ? undefined : world.qrCodes.get(code);
  if (qrCode) return { phoneNumberId: qrCode.phoneNumberId, text: qrCode.prefilledMessage };
  const digits = (url?.searchParams.get('phone') ?? url?.pathname ?? link).replaceAll(/\D/g, '');
  for (const phoneNumber of world.phoneNumbers.values()) {
    if (digits === '' || phoneNumber.digits !== digits) continue;
    return { phoneNumberId: phoneNumber.id, text: url?.searchParams.get('text') ?? undefined };
  }
  return undefined;
}

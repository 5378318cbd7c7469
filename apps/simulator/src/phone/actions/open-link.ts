import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { World } from '../../world/world.ts';
import { phoneAction } from './action.ts';

interface LinkTarget {
  readonly phoneNumberId: string;
  /** What the composer is filled with. */
  readonly text?: string | undefined;
}

/** A `wa.me` link, or what a QR code holds: the chat it opens and the text that waits there. */
export const openLinkAction = phoneAction({
  schema: z.strictObject({ link: z.string().min(1) }),
  run({ link }, { runtime: { simulation } }) {
    const target = findTarget(simulation.world, link.trim());
    if (!target) throw new Refusal(404, 'No business of this simulator is behind this link');
    return target;
  },
});

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

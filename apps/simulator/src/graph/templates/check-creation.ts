import type { Template, Waba } from '../../world/entities.ts';
import { templateKey, type World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';
import { templateRefused } from './template-input.ts';

const mostUnverified = 250;
const mostVerified = 6000;

/**
 * Whether the account may have one more template of this name and language. Throws 100 with subcode 2388023 (the name
 * is being deleted, or locked), 2388024 (exists), 2388019 (too many); 80007 after too many in an hour.
 */
export function checkCreation(
  world: World,
  waba: Waba,
  { name, language }: Pick<Template, 'name' | 'language'>,
  at: number,
): void {
  const recent = (world.templateCreations.get(waba.id) ?? []).filter((time) => time > at - hourMs);
  if (recent.length >= world.settings.templates.createPerHour) {
    throw new GraphError(80007, { details: 'Too many templates were created in the last hour.' });
  }
  const key = templateKey({ wabaId: waba.id, name, language });
  const existing = world.templates.get(world.templateIds.get(key) ?? '');
  if (existing?.status === 'PENDING_DELETION' || (world.lockedNames.get(key) ?? 0) > at) {
    throw templateRefused(
      2388023,
      'Message template language is being deleted',
      `New content for this language can't be added while the existing ${language} content is being deleted. Try again in 4 weeks, or create a new message template.`,
    );
  }
  if (existing) {
    throw templateRefused(
      2388024,
      'Content in this language already exists',
      `There is already ${language} content for this template. You can create a new template and try again.`,
    );
  }
  checkQuota(world, waba);
}

const hourMs = 60 * 60 * 1000;

/** Verified: and one number with an approved display name. */
function checkQuota(world: World, waba: Waba): void {
  const count = [...world.templates.values()].filter(
    ({ wabaId, status }) => wabaId === waba.id && status !== 'DELETED',
  ).length;
  const isVerified = world.portfolios.get(waba.portfolioId)?.verificationStatus === 'verified';
  const hasName = [...world.phoneNumbers.values()].some(
    ({ wabaId, nameStatus }) => wabaId === waba.id && nameStatus === 'APPROVED',
  );
  const most = isVerified && hasName ? mostVerified : mostUnverified;
  if (count < most) return;
  throw templateRefused(
    2388019,
    'Message template limit exceeded',
    `This account may have ${most} templates. Delete some, or verify the business.`,
  );
}

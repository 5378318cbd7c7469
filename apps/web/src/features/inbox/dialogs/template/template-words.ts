import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Meta's categories, in lower case. */
export const categoryNames = {
  marketing: msg`Marketing`,
  utility: msg`Utility`,
  authentication: msg`Authentication`,
} as const satisfies Record<string, MessageDescriptor>;

/** Meta's states of a template. Source: Meta, "Template management" (2026); the list is open. */
const statusNames: Readonly<Record<string, MessageDescriptor>> = {
  approved: msg`Approved`,
  pending: msg`In review`,
  rejected: msg`Rejected`,
  paused: msg`Paused`,
  disabled: msg`Disabled`,
  in_appeal: msg`Appealed`,
  pending_deletion: msg`Being deleted`,
  deleted: msg`Deleted`,
  limit_exceeded: msg`Limit exceeded`,
  archived: msg`Archived`,
  flagged: msg`Flagged`,
  reinstated: msg`Reinstated`,
  locked: msg`Locked`,
  unarchived: msg`Unarchived`,
};

export function categoryName(category: string): MessageDescriptor {
  const names: Readonly<Record<string, MessageDescriptor>> = categoryNames;
  return names[category.toLowerCase()] ?? asItIs(category);
}

export function statusName(status: string): MessageDescriptor {
  return statusNames[status.toLowerCase()] ?? asItIs(status);
}

/** A word of Meta's that we do not know yet. */
function asItIs(word: string): MessageDescriptor {
  return { id: word, message: word };
}

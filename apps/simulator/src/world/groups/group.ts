export type JoinApprovalMode = 'auto_approve' | 'approval_required';

export interface GroupParticipant {
  readonly waId: string;
  readonly joinedAt: number;
}

/** Somebody who opened the invite link of a group that asks for approval. */
export interface JoinRequest {
  readonly id: string;
  readonly waId: string;
  readonly createdAt: number;
}

/** A group of one business number. The business is no participant of the list. */
export interface Group {
  /** Base64 of `capi_group:<number>:<id>`. */
  readonly id: string;
  readonly phoneNumberId: string;
  readonly subject: string;
  readonly description?: string | undefined;
  readonly joinApprovalMode: JoinApprovalMode;
  /** The last part of `https://chat.whatsapp.com/…`; undefined once deleted. */
  readonly inviteCode?: string | undefined;
  readonly participants: readonly GroupParticipant[];
  readonly joinRequests: readonly JoinRequest[];
  /** Removed by the business: the link does not let them in again. */
  readonly removedWaIds: readonly string[];
  readonly isSuspended: boolean;
  readonly pictureSha256?: string | undefined;
  readonly createdAt: number;
}

/** Besides the business (Meta: groups, 2025-10-31). */
export const mostParticipants = 8;
export const mostGroupsPerNumber = 10_000;

const groupPrefix = 'capi_group:';

/** The id of a group of a number, given the number's digits. */
export function buildGroupId(digits: string, unique: string): string {
  return Buffer.from(`${groupPrefix}${digits}:${unique}`).toString('base64').replaceAll('=', '');
}

export function isGroupId(id: string): boolean {
  return Buffer.from(id, 'base64').toString('latin1').startsWith(groupPrefix);
}

import type { JsonObject } from '../entities.ts';

/** What customers see of a business (Meta: business profiles). Unset parts are missing. */
export interface BusinessProfile {
  readonly about?: string;
  readonly address?: string;
  readonly description?: string;
  readonly email?: string;
  readonly websites?: readonly string[];
  readonly vertical?: string;
  /** Hash of the picture in the media store, and its type. */
  readonly picture?: { readonly sha256: string; readonly mimeType: string };
}

export interface BotCommand {
  readonly command_name: string;
  readonly command_description: string;
}

/** Welcome message, ice breakers and commands (Meta: conversational components). */
export interface Automation {
  readonly enable_welcome_message?: boolean;
  readonly prompts?: readonly string[];
  readonly commands?: readonly BotCommand[];
}

export interface StorageConfiguration {
  readonly status:
    | 'DEFAULT'
    | 'IN_COUNTRY_STORAGE_ENABLED'
    | 'IN_COUNTRY_STORAGE_DISABLED'
    | 'NO_STORAGE_ENABLED';
  readonly data_localization_region?: string | undefined;
  readonly retention_minutes?: number | undefined;
}

/** Everything a business sets on one number, beside what Meta says of it. */
export interface NumberSettings {
  readonly phoneNumberId: string;
  readonly profile: BusinessProfile;
  readonly automation: Automation;
  readonly isCartEnabled: boolean;
  readonly isCatalogVisible: boolean;
  /** As set by `POST /{number}/settings`, in Meta's words. */
  readonly calling?: JsonObject | undefined;
  readonly identityCheck: boolean;
  readonly payloadEncryption?: { readonly status: string; readonly clientEncryptionKey?: string | undefined };
  readonly storage?: StorageConfiguration | undefined;
  /** Two-step verification. */
  readonly pin?: string | undefined;
  /** The public key flow endpoints are spoken to with, and whether it was uploaded since the last registration. */
  readonly encryptionKey?: { readonly pem: string; readonly signature: 'VALID' | 'MISMATCH' } | undefined;
  readonly username?: { readonly name: string; readonly status: 'approved' | 'reserved' } | undefined;
  /** Where an application for an official business account stands. */
  readonly officialAccount: 'NOT_APPLIED' | 'PENDING' | 'REJECTED';
  readonly compliance?: JsonObject | undefined;
  /** The display name under review, or rejected. */
  readonly newDisplayName?: string | undefined;
  readonly newNameStatus?: 'PENDING_REVIEW' | 'APPROVED' | 'DECLINED' | undefined;
}

/** A short link with a QR code that opens a chat with a prefilled message. */
export interface QrCode {
  /** 14 characters of `A-Z2-7`. */
  readonly code: string;
  readonly phoneNumberId: string;
  readonly prefilledMessage: string;
  readonly createdAt: number;
}

/** A person this number does not want to hear of. */
export interface Block {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly at: number;
}

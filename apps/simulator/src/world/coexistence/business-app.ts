import type { JsonObject } from '../entities.ts';

/** The WhatsApp Business app on somebody's phone, whether or not it is connected to the Cloud API. Times in world ms. */
export interface BusinessApp {
  readonly digits: string;
  readonly displayPhoneNumber: string;
  readonly name: string;
  /** Whether the owner lets the history be read; chosen when the app is connected. */
  readonly sharesHistory: boolean;
  /** What the owner has to type to connect, while a dialog waits for it. */
  readonly linkCode?: string | undefined;
  /** When the main phone was last used. */
  readonly openedAt: number;
  readonly connection?: Connection | undefined;
}

/** The node of a connected app, and what has been asked of it since. */
export interface Connection {
  readonly phoneNumberId: string;
  readonly onboardedAt: number;
  readonly contactsAskedAt?: number | undefined;
  readonly historyAskedAt?: number | undefined;
  /** The app was set up on another phone: nothing arrives until it is back. */
  readonly isOffboarded?: boolean | undefined;
}

/** A message written before the app was connected. `at` in world ms. */
export interface PastMessage {
  readonly waId: string;
  readonly by: 'business' | 'customer';
  readonly type: string;
  readonly content: JsonObject;
  readonly at: number;
  readonly status: 'DELIVERED' | 'ERROR' | 'PENDING' | 'PLAYED' | 'READ' | 'SENT';
}

/** Everything a Business app remembers, oldest first. */
export interface BusinessPast {
  readonly digits: string;
  readonly messages: readonly PastMessage[];
  readonly contacts: readonly PastContact[];
}

export interface PastContact {
  readonly waId: string;
  readonly fullName: string;
  readonly firstName?: string | undefined;
}

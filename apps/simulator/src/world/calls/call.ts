export type CallDirection = 'USER_INITIATED' | 'BUSINESS_INITIATED';

export interface SessionDescription {
  readonly sdp_type: 'offer' | 'answer';
  /** Opaque here: nobody sends media. */
  readonly sdp: string;
}

/** A call between a business number and a person. Times in world ms. */
export interface Call {
  /** `wacid.…` */
  readonly id: string;
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly direction: CallDirection;
  readonly state: 'ringing' | 'pre_accepted' | 'accepted' | 'ended';
  readonly at: number;
  readonly offer: SessionDescription;
  readonly answer?: SessionDescription | undefined;
  readonly acceptedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly outcome?: 'completed' | 'rejected' | 'missed' | 'failed' | undefined;
  readonly callbackData?: string | undefined;
  readonly deeplinkPayload?: string | undefined;
  readonly ctaPayload?: string | undefined;
}

/** Whether a business may call a person, and what it has asked and tried. Times in world ms. */
export interface CallPermission {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly status: 'no_permission' | 'temporary' | 'permanent';
  readonly expiresAt?: number | undefined;
  /** When permission was asked for since the last connected call. */
  readonly requestedAt: readonly number[];
  /** Calls of the business in a row that nobody answered. */
  readonly unanswered: number;
}

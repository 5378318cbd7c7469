/** What we keep in front of a body of Twilio's, under names that Twilio does not use. */
export const receivedAtName = '_receivedAt';
export const attemptName = '_attempt';

import { describe, expect, it } from 'vitest';
import { findContact, webhookContact } from './contact.ts';

const contacts = [
  { wa_id: '12025550177', profile: { name: 'Phone only' } },
  { user_id: 'US.2', wa_id: '12025550199', profile: { name: 'Both' } },
  { user_id: 'US.3', profile: { name: 'Id only' } },
].map((contact) => webhookContact.parse(contact));

describe('findContact', () => {
  it('looks for the user id first, so that a reused phone number cannot mislead', () => {
    expect(findContact(contacts, { userId: 'US.3', waId: '12025550177' })?.profileName).toBe('Id only');
  });

  it('falls back to the phone', () => {
    expect(findContact(contacts, { userId: 'US.9', waId: '12025550177' })?.profileName).toBe('Phone only');
    expect(findContact(contacts, { waId: '12025550199' })?.profileName).toBe('Both');
  });

  it('finds nobody rather than the one who happens to stand first', () => {
    expect(findContact(contacts, { waId: '12025550100' })).toBeUndefined();
    expect(findContact(contacts, {})).toBeUndefined();
  });
});

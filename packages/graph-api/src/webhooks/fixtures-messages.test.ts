import { describe, expect, it } from 'vitest';
import { readSampleValue, sampleNames } from '../testing/read-sample.ts';

const text = (body: string, common: object = {}) => message('text', { body }, common);
const reply = (content: object) => message('interactive', content, { context: { from: '12025550143' } });

/** What each sample message means, and what must be read from it. */
const meanings: Readonly<Record<string, readonly [string, object]>> = {
  text: [
    'a customer asks',
    text('Hi! Do you still have the blue teapot in stock?', { timestamp: 1_793_500_000 }),
  ],
  text_reply_context: [
    'a customer answers one of our messages',
    text('Yes, the second one please', { context: { from: '12025550143', forwarded: false } }),
  ],
  text_forwarded: [
    'forwarded up to five times',
    text('Workshop moved to Saturday 10:00', { context: { forwarded: true, frequentlyForwarded: false } }),
  ],
  text_frequently_forwarded: [
    'forwarded more than five times',
    text('Everyone is sharing this one', { context: { forwarded: true, frequentlyForwarded: true } }),
  ],
  text_referred_product: [
    'a question about a product of the catalog',
    message(
      'text',
      {},
      {
        context: { referredProduct: { catalogId: '601188773344552', productRetailerId: 'TEAPOT-BLUE-900' } },
      },
    ),
  ],
  text_ctwa_referral: [
    'the first message after an advertisement',
    message(
      'text',
      {},
      {
        referral: {
          source_type: 'ad',
          source_id: '120239900114470021',
          headline: 'Chat with our studio',
          media_type: 'image',
        },
      },
    ),
  ],
  text_username_bsuid_only: [
    'a customer who shows no phone number',
    text('Found you by username, hello', { from: undefined, fromUserId: 'GB.31415926535897932384' }),
  ],
  group_text: [
    'a message in a group',
    message('text', {}, { groupId: 'Y2FwaV9ncm91cDoxMjAyNTU1MDE0MzoxMjAzNjM0MDAxMTIyMzM0NA' }),
  ],
  image: [
    'a picture whose address is told already',
    message('image', {
      mime_type: 'image/jpeg',
      caption: 'The glaze I had in mind',
      url: expect.any(String),
    }),
  ],
  video: ['a film', message('video', { mime_type: 'video/mp4', caption: 'Kiln opening' })],
  audio: ['a sound file', message('audio', { mime_type: 'audio/mpeg', voice: false })],
  voice: ['a voice message', message('audio', { mime_type: 'audio/ogg; codecs=opus', voice: true })],
  document: [
    'a file with its name',
    message('document', { filename: 'quote-2214.pdf', mime_type: 'application/pdf' }),
  ],
  sticker: ['a sticker that stands still', message('sticker', { mime_type: 'image/webp', animated: false })],
  location: [
    'a place with name and address',
    message('location', { latitude: 38.897957, longitude: -77.03656, name: 'Riverside Studio' }),
  ],
  contacts: [
    'a shared card',
    message('contacts', [
      {
        name: { formatted_name: expect.any(String) },
        birthday: '1989-04-17',
        addresses: [{ city: 'Arlington' }],
      },
    ]),
  ],
  contacts_request_contact_info: [
    'the answer to our request for contact information',
    message('contacts', [{ origin: 'contact_request', name: { formatted_name: 'Noor' } }], {
      from: undefined,
    }),
  ],
  reaction: ['a thumb on one of our messages', message('reaction', { emoji: '👍' })],
  reaction_removed: ['the thumb taken back', message('reaction', { emoji: '' })],
  button: [
    "a tap on a template's quick reply",
    message('button', { payload: 'STOP_PROMOS', text: 'Stop promotions' }),
  ],
  interactive_button_reply: [
    'a tap on a reply button',
    reply({ type: 'button_reply', button_reply: { id: 'slot-0900', title: '09:00' } }),
  ],
  interactive_list_reply: [
    'a choice from a list',
    reply({ type: 'list_reply', list_reply: { id: 'ship-express', title: 'Express' } }),
  ],
  interactive_nfm_reply_flow: [
    'the answers of a Flow',
    reply({ type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent' } }),
  ],
  interactive_nfm_reply_address: [
    'a delivery address',
    reply({ type: 'nfm_reply', nfm_reply: { name: 'address_message' } }),
  ],
  interactive_call_permission_reply: [
    'leave to call for some days',
    reply({
      type: 'call_permission_reply',
      call_permission_reply: { response: 'accept', is_permanent: false },
    }),
  ],
  interactive_payment_method: [
    'consent to pay an order with a stored card',
    message('interactive', {
      type: 'payment_method',
      payment_method: { payment_method: 'offsite_card_pay', reference_id: 'ord-2231' },
    }),
  ],
  order: [
    'a cart sent from the catalog',
    message('order', {
      catalog_id: '601188773344552',
      text: 'Gift wrap please',
      product_items: expect.arrayContaining([
        expect.objectContaining({ item_price: 48.5, quantity: 1, currency: 'USD' }),
      ]),
    }),
  ],
  system_user_changed_number: [
    'the customer has another number now',
    message(
      'system',
      { type: 'user_changed_number', wa_id: '12025550199', previous_user_id: 'US.20481937560284417735' },
      { from: '12025550177' },
    ),
  ],
  system_user_changed_user_id: [
    'the customer has another user id now, and no number is told',
    message(
      'system',
      { user_id: 'BR.66554433221100998877', previous_user_id: 'BR.11223344556677889900' },
      { from: undefined },
    ),
  ],
  system_customer_identity_changed: [
    'the customer uses another phone',
    message(
      'system',
      { type: 'customer_identity_changed' },
      { identity: { hash: 'Qm9ndXMtaGFzaC0x', acknowledged: false, createdTimestamp: 1_793_500_355 } },
    ),
  ],
  edit: [
    'an earlier message reads otherwise now',
    message('edit', {
      message: { type: 'text', text: { body: 'Hi! Do you still have the GREEN teapot in stock?' } },
    }),
  ],
  revoke: [
    'an earlier message was deleted for everybody',
    message('revoke', { original_message_id: expect.any(String) }),
  ],
  unsupported: ['a poll, which Meta does not hand over', unsupported('poll_creation')],
  unsupported_edit: ['an edit, which this number is not told', unsupported('edit')],
  request_welcome: ['the chat was opened for the first time', message('request_welcome', {})],
};

describe('sample messages', () => {
  it('are all given a meaning', () => {
    expect(Object.keys(meanings).sort()).toEqual(
      sampleNames(({ field, value }) => field === 'messages' && value.messages.length > 0),
    );
  });

  it.each(Object.entries(meanings).map(([name, [meaning, value]]) => [name, meaning, value] as const))(
    '%s: %s',
    (name, _meaning, value) => {
      expect(readSampleValue(name)).toMatchObject(value);
    },
  );
});

function message(type: string, content: object, common: object = {}): object {
  return { messages: [{ ok: true, type, content, common }] };
}

function unsupported(type: string): object {
  return { messages: [{ ok: true, type: 'unsupported', content: { type }, errors: [{ code: 131051 }] }] };
}

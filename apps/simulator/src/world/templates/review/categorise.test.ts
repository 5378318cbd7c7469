import { expect, test } from 'vitest';
import { categoriseText } from './categorise.ts';

const read = (text: string) => categoriseText({ components: [{ type: 'BODY', text }] });

test.each([
  ['20% off everything this weekend', 'MARKETING'],
  ['Buy now, free shipping until Friday.', 'MARKETING'],
  ['A special offer for you', 'MARKETING'],
  ['You left something: still in your cart!', undefined],
  ['There is tea left in your cart.', 'MARKETING'],
  ['Happy birthday, {{1}}! A voucher waits for you.', 'MARKETING'],
  ['本日より全品20%オフです。', 'MARKETING'],
  ['新商品が入荷しました。', 'MARKETING'],
  ['お誕生日おめでとうございます。クーポンをお送りします。', 'MARKETING'],
  ['{{1}} is your verification code.', 'AUTHENTICATION'],
  ['認証コードは{{1}}です。', 'AUTHENTICATION'],
  ['Your order {{1}} has been shipped.', undefined],
  ['Your appointment is tomorrow at {{1}}.', undefined],
  ['We have received your payment of {{1}}.', undefined],
  ['ご注文{{1}}を発送しました。', undefined],
  ['明日{{1}}のご予約を確認しました。', undefined],
  ['お支払いを確認しました。', undefined],
])('%s', (text, category) => expect(read(text)).toBe(category));

test('examples are not the words of a template', () => {
  const example = { body_text: [['20% off']] };
  expect(categoriseText({ components: [{ type: 'BODY', text: 'News: {{1}}.', example }] })).toBeUndefined();
});

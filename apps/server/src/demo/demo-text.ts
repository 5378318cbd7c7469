import type { Language } from '@renkei/contract';

export interface DemoCustomer {
  readonly waId: string;
  readonly name: string;
  /** Left out: to the shop's own number. */
  readonly writesTo?: 'branch';
  readonly says: readonly DemoLine[];
}

/**
 * `text`, or a picture with a caption. `minutesAgo` counts back from the moment the world is made; a picture comes then.
 * `app`: somebody of the shop wrote it in the WhatsApp Business app of the branch.
 */
export interface DemoLine {
  readonly from: 'customer' | 'shop' | 'app';
  readonly minutesAgo: number;
  readonly text: string;
  readonly picture?: true;
}

export interface DemoWorld {
  readonly shopName: string;
  readonly displayPhoneNumber: string;
  /** A second number, which lives in the WhatsApp Business app as well (coexistence). */
  readonly branch: { readonly name: string; readonly displayPhoneNumber: string };
  readonly customers: readonly DemoCustomer[];
  /** How it is known that they agreed to marketing. */
  readonly consentEvidence: string;
}

const line = (from: DemoLine['from'], minutesAgo: number, text: string): DemoLine => ({
  from,
  minutesAgo,
  text,
});

/**
 * A small fictional shop. The numbers are from ranges kept for fiction or unassigned. The shop's own lines are sent when
 * the world is made, so they come after the customer's.
 */
export const demoWorlds: Readonly<Record<Language, DemoWorld>> = {
  ja: {
    shopName: '港町コーヒー焙煎所',
    consentEvidence: '店頭のお知らせ登録カード',
    displayPhoneNumber: '+81 3-5550-0143',
    branch: { name: '港町コーヒー 元町店', displayPhoneNumber: '+81 3-5550-0154' },
    customers: [
      {
        waId: '819055500177',
        name: '佐藤 美咲',
        says: [
          line('customer', 42, 'こんにちは。エチオピアの豆は今週入荷しますか？'),
          line('shop', 0, 'こんにちは！木曜日に入荷予定です。200gと500gがございます☕'),
        ],
      },
      {
        waId: '819055500188',
        name: '鈴木 健太',
        says: [
          line('customer', 18, '注文番号 2214 の請求書を送っていただけますか？'),
          line('customer', 17, '宛名は「株式会社ヒガシ商会」でお願いします'),
        ],
      },
      {
        waId: '819055500199',
        name: '田中 陽子',
        says: [
          line('customer', 6, '届いた袋が少し破れていました…'),
          { from: 'customer', minutesAgo: 0, text: '写真を送ります', picture: true },
        ],
      },
      {
        waId: '12025550166',
        name: 'Emma Clarke',
        says: [
          line('customer', 65, 'Hi! Do you ship to Yokohama, and do you have decaf?'),
          line('shop', 0, 'Hi Emma, yes to both. Delivery to Yokohama takes one day.'),
        ],
      },
      {
        waId: '819055500155',
        name: '山本 大輔',
        says: [line('customer', 31 * 60, '来週の焙煎教室はまだ空きがありますか？')],
      },
      {
        waId: '819055500144',
        name: '中村 遥',
        writesTo: 'branch',
        says: [
          line('customer', 95, '元町店は何時まで開いていますか？'),
          line('app', 0, '19時までです。お待ちしています！'),
        ],
      },
    ],
  },
  en: {
    shopName: 'Harbour Coffee Roasters',
    consentEvidence: 'Card for news at the counter',
    displayPhoneNumber: '+1 202-555-0143',
    branch: { name: 'Harbour Coffee, Old Town', displayPhoneNumber: '+1 202-555-0154' },
    customers: [
      {
        waId: '12025550177',
        name: 'Amara Obi',
        says: [
          line('customer', 42, 'Hi! Is the Ethiopian coming in this week?'),
          line('shop', 0, 'Hello Amara! On Thursday, in bags of 200 g and 500 g ☕'),
        ],
      },
      {
        waId: '12025550188',
        name: 'Dario Petrov',
        says: [
          line('customer', 18, 'Could you send me the invoice for order 2214?'),
          line('customer', 17, 'Please make it out to Petrov Kilns Ltd.'),
        ],
      },
      {
        waId: '12025550199',
        name: 'Grace Lin',
        says: [
          line('customer', 6, 'The bag arrived slightly torn…'),
          { from: 'customer', minutesAgo: 0, text: 'Here is a picture', picture: true },
        ],
      },
      {
        waId: '819055500166',
        name: '佐藤 美咲',
        says: [
          line('customer', 65, 'こんにちは。日本への発送はできますか？'),
          line('shop', 0, 'はい、東京まで5日ほどでお届けできます。'),
        ],
      },
      {
        waId: '12025550155',
        name: 'Noah Berg',
        says: [line('customer', 31 * 60, 'Are there places left in the roasting class next week?')],
      },
      {
        waId: '12025550144',
        name: 'Lena Fischer',
        writesTo: 'branch',
        says: [
          line('customer', 95, 'How long is the Old Town shop open today?'),
          line('app', 0, 'Until seven. See you soon!'),
        ],
      },
    ],
  },
};

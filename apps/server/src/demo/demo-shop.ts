import type { Language } from '@renkei/contract';

interface DemoProduct {
  readonly retailerId: string;
  readonly name: string;
  /** In whole units of the shop's currency. */
  readonly price: number;
}

interface DemoShop {
  readonly catalogName: string;
  readonly currency: string;
  readonly products: readonly DemoProduct[];
}

const product = (retailerId: string, name: string, price: number): DemoProduct => ({
  retailerId,
  name,
  price,
});

/** What the shop sells, so that products can be sent and orders come in. */
export const demoShops: Readonly<Record<Language, DemoShop>> = {
  ja: {
    catalogName: '港町コーヒーの品ぞろえ',
    currency: 'JPY',
    products: [
      product('ETHIOPIA-200', 'エチオピア イルガチェフェ 200g', 1_480),
      product('COLOMBIA-200', 'コロンビア ウィラ 200g', 1_320),
      product('DECAF-200', 'カフェインレス 200g', 1_400),
      product('DRIPPER', '陶器のドリッパー', 2_600),
      product('FILTERS-100', 'ペーパーフィルター 100枚', 480),
    ],
  },
  en: {
    catalogName: 'Harbour Coffee’s shelf',
    currency: 'USD',
    products: [
      product('ETHIOPIA-200', 'Ethiopia Yirgacheffe, 200 g', 14.5),
      product('COLOMBIA-200', 'Colombia Huila, 200 g', 13),
      product('DECAF-200', 'Decaf, 200 g', 13.5),
      product('DRIPPER', 'Ceramic dripper', 24),
      product('FILTERS-100', 'Paper filters, 100 sheets', 4.5),
    ],
  },
};

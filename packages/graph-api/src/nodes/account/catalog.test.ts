import { describe, expect, it } from 'vitest';
import { catalogList, parseCatalogPrice, productList } from './catalog.ts';

describe('the catalog of an account', () => {
  it('is read whatever else Meta adds, and without what it leaves out', () => {
    expect(catalogList.parse({ data: [{ id: 12, vertical: 'commerce' }] }).data).toMatchObject([
      { id: '12' },
    ]);
    const { data } = productList.parse({
      data: [{ id: '1', retailer_id: 'SKU-1', price: null, currency: 'yen', visibility: 'published' }],
    });
    expect(data).toMatchObject([{ id: '1', retailer_id: 'SKU-1', price: undefined, currency: undefined }]);
  });

  it.each([
    ['¥1,200', 'JPY', 1_200_000_000],
    ['JP¥980', 'JPY', 980_000_000],
    ['$1,048.50', 'USD', 1_048_500_000],
    ['US$9.9', 'USD', 9_900_000],
    ['1.048,50 €', 'EUR', 1_048_500_000],
    ['1 048,50 €', 'EUR', 1_048_500_000],
    ['$1,200', 'USD', 1_200_000_000],
    ['KWD 1.250', 'KWD', 1_250_000],
    ['free', 'USD', undefined],
  ])('the price %s in %s is read', (price, currency, micros) => {
    expect(parseCatalogPrice(price, currency)).toBe(micros);
  });
});

/** What a business sells that has no catalog of its own: orders can be tried at once. */
export const sampleProducts = [
  { retailerId: 'TEAPOT-BLUE-900', name: { en: 'Blue teapot, 900 ml', ja: '青い急須 900ml' } },
  { retailerId: 'CUP-SAND-4', name: { en: 'Sand cups, set of 4', ja: '砂色の湯のみ 4個組' } },
  { retailerId: 'SENCHA-100', name: { en: 'Sencha, 100 g', ja: '煎茶 100g' } },
  { retailerId: 'MATCHA-30', name: { en: 'Ceremonial matcha, 30 g', ja: '抹茶 30g' } },
  { retailerId: 'TRAY-OAK', name: { en: 'Oak tray', ja: 'オークのお盆' } },
  { retailerId: 'GIFT-BOX', name: { en: 'Gift box', ja: 'ギフトボックス' } },
] as const;

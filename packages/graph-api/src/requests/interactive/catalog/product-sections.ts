import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { boundedText, retailerId } from '../../values.ts';
import { requireSectionTitles } from '../parts.ts';

const section = z.strictObject({
  /** Required when there are several. */
  title: boundedText(messageLimits.productSectionTitle).optional(),
  product_items: z.array(z.strictObject({ product_retailer_id: retailerId })).min(1),
});

type Section = z.infer<typeof section>;

/** Products by section, in product lists and in the buttons of multi-product templates. */
export const productSections = z
  .array(section)
  .min(1)
  .max(messageLimits.productSections)
  .superRefine(checkSections);

function checkSections(sections: readonly Section[], context: z.RefinementCtx): void {
  const count = sections.reduce((sum, { product_items: items }) => sum + items.length, 0);
  if (count > messageLimits.products) {
    const message = `must have at most ${messageLimits.products} products in all sections together, has ${count}`;
    context.addIssue({ code: 'custom', message });
  }
  requireSectionTitles(sections, context);
}

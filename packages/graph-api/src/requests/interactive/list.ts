import { z } from 'zod';
import { messageLimits } from '../limits.ts';
import { boundedText } from '../values.ts';
import { bodyOf, footer, requireSectionTitles, requireUnique, textHeader } from './parts.ts';

const row = z.strictObject({
  id: boundedText(messageLimits.listRowId),
  title: boundedText(messageLimits.listRowTitle),
  description: boundedText(messageLimits.listRowDescription).optional(),
});

const section = z.strictObject({
  /** Required when there are several. */
  title: boundedText(messageLimits.listSectionTitle).optional(),
  rows: z.array(row).min(1),
});

type Section = z.infer<typeof section>;

/** A button that opens a list of up to ten rows. (Meta, "Interactive list messages") */
export const listMessage = z.strictObject({
  type: z.literal('list'),
  header: textHeader.optional(),
  body: bodyOf(messageLimits.listBody),
  footer: footer.optional(),
  action: z.strictObject({
    button: boundedText(messageLimits.listButton),
    sections: z.array(section).min(1).max(messageLimits.listSections).superRefine(checkSections),
  }),
});

function checkSections(sections: readonly Section[], context: z.RefinementCtx): void {
  const rowCount = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  if (rowCount > messageLimits.listRows) {
    const message = `must have at most ${messageLimits.listRows} rows in all sections together, has ${rowCount}`;
    context.addIssue({ code: 'custom', message });
  }
  requireSectionTitles(sections, context);
  const ids = sections.flatMap(({ rows }, sectionIndex) =>
    rows.map(({ id }, rowIndex) => ({ value: id, path: [sectionIndex, 'rows', rowIndex, 'id'] })),
  );
  requireUnique(ids, context);
}

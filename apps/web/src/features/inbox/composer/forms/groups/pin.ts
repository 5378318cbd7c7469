import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { groupField } from '../../fields/group-field.tsx';
import { messageField } from '../../fields/message-field.tsx';
import { numberField } from '../../fields/number-field.tsx';
import { variantField } from '../../fields/variant-field.tsx';
import { defineForm } from '../form.ts';

/** How long a message stays pinned unless somebody says otherwise. */
const usualDays = 7;

export const pinForm = defineForm({
  kind: 'pin',
  group: 'group',
  hint: msg`Keep a message at the top of the group, or take it down`,
  fields: {
    targetMessageId: messageField({ label: msg`Message` }),
    action: variantField({
      label: msg`What to do`,
      variants: {
        pin: {
          label: msg`Pin it`,
          field: groupField({
            days: numberField({
              label: msg`Days`,
              min: 1,
              max: contentLimits.pinDays,
              initial: usualDays,
            }),
          }),
        },
        unpin: { label: msg`Take it down`, field: null },
      },
    }),
  },
  toContent: ({ targetMessageId, action }) => ({
    kind: 'pin',
    targetMessageId,
    days: action?.days ?? null,
  }),
  isFor: ({ isGroup }) => isGroup,
});

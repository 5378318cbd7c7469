// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { listenToParent } from './followed-conversation.ts';

const conversation = {
  type: 'renkei.conversation',
  phoneNumber: '+819012345678',
  channelPhoneNumber: '+81 3-5550-0100',
};

test('the conversation of the surrounding page is followed, numbers reduced to their digits', () => {
  const { source, tell, parent } = open();
  const listener = vi.fn<() => void>();
  source.subscribe(listener);
  tell(conversation, parent);
  expect(listener).toHaveBeenCalledOnce();
  expect(source.getSnapshot()).toEqual({ waId: '819012345678', businessNumber: '81355500100' });
});

test('nobody but the surrounding page is listened to', () => {
  const { source, tell, page } = open();
  tell(conversation, page);
  tell(conversation, null);
  expect(source.getSnapshot()).toBeUndefined();
});

test('without a conversation, or with a message of another kind, the phone stays where it is', () => {
  const { source, tell, parent } = open();
  tell(conversation, parent);
  const followed = source.getSnapshot();
  tell({ ...conversation, phoneNumber: null }, parent);
  tell({ type: 'something else' }, parent);
  tell('text', parent);
  expect(source.getSnapshot()).toBe(followed);
});

/** A page inside a frame: all that is needed of one is where its messages arrive and who is around it. */
function open() {
  const parent = document.createElement('iframe').contentWindow ?? new EventTarget();
  const page = Object.assign(new EventTarget(), { parent });
  const tell = (data: unknown, from: unknown) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, source: from }));
  // Only these two members of a window are used.
  return { source: listenToParent(page as unknown as Window), tell, parent, page };
}

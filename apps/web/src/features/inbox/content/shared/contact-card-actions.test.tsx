// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Page } from '../../testing/render-content.tsx';
import { ConversationProvider } from '../conversation-context.ts';
import { ContactCardActions } from './contact-card-actions.tsx';

const navigate = vi.hoisted(() => vi.fn<(to: object) => Promise<void>>());
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => navigate }));
vi.mock('../../../../lib/queries.ts', () => ({ usePermission: () => true }));

const call = vi.hoisted(() => vi.fn<(...request: unknown[]) => Promise<object>>());
vi.mock('../../../../lib/client.ts', () => ({ client: { call } }));

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const card = {
  name: 'Emma Clarke',
  phones: [{ number: '020 7946 0000' }, { number: '+44 7911', waId: '447911123456' }],
  emails: [],
};

function renderActions() {
  return render(
    <Page>
      <ConversationProvider value={{ channelId: 'channel', jumpTo: () => undefined }}>
        <ContactCardActions card={card} />
      </ConversationProvider>
    </Page>,
  );
}

test('saving a card makes a contact of its WhatsApp number; one we had is given the name', async () => {
  call.mockResolvedValue({ id: 'conversation', contact: { id: 'contact', name: '+447911123456' } });
  renderActions();
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('button', { name: 'Saved' });
  expect(call.mock.calls).toEqual([
    ['startConversation', { body: { channelId: 'channel', to: '+447911123456', name: 'Emma Clarke' } }],
    ['updateContact', { params: { contactId: 'contact' }, body: { givenName: 'Emma Clarke' } }],
  ]);
  expect(navigate).not.toHaveBeenCalled();
});

test('writing to a card opens the conversation with it', async () => {
  call.mockResolvedValue({ id: 'conversation', contact: { id: 'contact', name: 'Emma Clarke' } });
  renderActions();
  fireEvent.click(screen.getByRole('button', { name: 'Message' }));
  await waitFor(() =>
    expect(navigate).toHaveBeenCalledWith(
      expect.objectContaining({ params: { conversationId: 'conversation' } }),
    ),
  );
  expect(call).toHaveBeenCalledTimes(1);
});

test('in a preview there is nothing to do', () => {
  render(
    <Page>
      <ContactCardActions card={card} />
    </Page>,
  );
  expect(screen.queryByRole('button')).toBeNull();
});

import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Dialog } from '../../../ui/dialog.tsx';
import { useSend } from '../data/use-send.ts';

interface ContactDialogProps {
  readonly conversationId: string;
  readonly onClose: () => void;
}

export function ContactDialog({ conversationId, onClose }: ContactDialogProps) {
  const { t } = useLingui();
  const send = useSend(conversationId);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', number: '', email: '', organisation: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t`A card needs a name` : null),
      number: (value) =>
        value.replaceAll(/\D/g, '').length < 5 ? t`A telephone number with country code` : null,
    },
  });
  const submit = form.onSubmit(({ name, number, email, organisation }) => {
    send({
      content: {
        kind: 'contacts',
        cards: [
          {
            name: name.trim(),
            phones: [{ number: number.trim() }],
            emails: email.trim() === '' ? [] : [email.trim()],
            ...(organisation.trim() === '' ? {} : { organisation: organisation.trim() }),
          },
        ],
      },
    });
    onClose();
  });
  return (
    <Dialog onClose={onClose} title={<Trans>Send a contact card</Trans>}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label={t`Name`} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
          <TextInput
            label={t`Telephone number`}
            type="tel"
            placeholder="+81 90 1234 5678"
            key={form.key('number')}
            {...form.getInputProps('number')}
          />
          <TextInput
            label={t`E-mail address (optional)`}
            type="email"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <TextInput
            label={t`Organisation (optional)`}
            key={form.key('organisation')}
            {...form.getInputProps('organisation')}
          />
          <Button type="submit">
            <Trans>Send</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

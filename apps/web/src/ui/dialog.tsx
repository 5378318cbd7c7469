import { useLingui } from '@lingui/react/macro';
import { Modal, type ModalProps } from '@mantine/core';

/** A dialog that is there while it is rendered. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const { t } = useLingui();
  return <Modal opened closeButtonProps={{ 'aria-label': t`Close` }} {...props} />;
}

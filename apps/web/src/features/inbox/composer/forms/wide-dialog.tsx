import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Dialog } from '../../../../ui/dialog.tsx';

interface WideDialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog for work: wide, and all of a small screen. */
export function WideDialog(props: WideDialogProps) {
  const isSmall = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false });
  return <Dialog size={860} fullScreen={isSmall} {...props} />;
}

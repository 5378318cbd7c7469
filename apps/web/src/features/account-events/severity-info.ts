import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Severity } from '@renkei/contract';
import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';

/** How each severity looks, and what it is called for those who cannot see the sign. */
export const severityInfo = {
  info: { icon: Info, label: msg`Information` },
  success: { icon: CircleCheck, label: msg`Good news` },
  warning: { icon: TriangleAlert, label: msg`Needs a look` },
  critical: { icon: OctagonAlert, label: msg`Critical` },
} as const satisfies Record<Severity, { icon: LucideIcon; label: MessageDescriptor }>;

import type { ComponentType } from 'react';
import type { ShownMessage } from '../../session/outbox.ts';
import type { TemplateButton } from './template-content.ts';

export type TemplateButtonProps = Readonly<{ button: TemplateButton; message: ShownMessage }>;
export type TemplateButtonView = ComponentType<TemplateButtonProps>;

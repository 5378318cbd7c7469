import type { ComponentType } from 'react';
import type { FlowComponentNode } from '../flow-json.ts';

export type FlowComponentProps = Readonly<{ node: FlowComponentNode }>;
export type FlowComponent = ComponentType<FlowComponentProps>;

/** What every form behind the attach panel is given. */
export type AttachFormProps = Readonly<{
  contextId: string | undefined;
  onClose: () => void;
  onSent?: () => void;
}>;

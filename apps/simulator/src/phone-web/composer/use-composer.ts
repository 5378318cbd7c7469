import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useChat } from '../chat/chat-context.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { useEscape } from '../ui/use-escape.ts';
import { type ChosenFile, chooseFile } from './choose-file.ts';
import { readDraft, writeDraft } from './drafts.ts';

type ComposerOptions = Readonly<{
  /** Names the chat among those of all phones. */
  chatKey: string;
  replyTo: ShownMessage | undefined;
  onReplyDone: () => void;
  takesFocus: boolean;
}>;

/** Meta's limit for the body of a text message (cloud-api: content objects). */
const TEXT_LENGTH_MAX = 4096;

/** What is being written in a chat: text, a file, the open panel, and how all of it leaves as messages. */
export function useComposer({ chatKey, replyTo, onReplyDone, takesFocus }: ComposerOptions) {
  const { send } = useChat();
  const input = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(() => readDraft(chatKey));
  const [file, setFile] = useState<ChosenFile>();
  const [panel, setPanel] = useState<'emoji' | 'attach'>();
  const excess = body.length - TEXT_LENGTH_MAX;
  const canSend = (body.trim() !== '' || file !== undefined) && excess <= 0;

  useEffect(() => writeDraft(chatKey, body), [chatKey, body]);

  useEscape(panel !== undefined, () => setPanel(undefined));

  useEffect(() => {
    if (takesFocus || replyTo) input.current?.focus();
  }, [takesFocus, replyTo]);

  const submit = () => {
    if (!canSend) return;
    const contextId = replyTo?.id;
    const caption = body.trim();
    if (file) {
      const content = { ...file.content, ...(file.takesCaption && caption && { caption }) };
      send({ type: file.type, content, contextId, file: { blob: file.blob, filename: file.filename } });
    }
    if (caption && !file?.takesCaption) send({ type: 'text', content: { body: caption }, contextId });
    setBody('');
    setFile(undefined);
    setPanel(undefined);
    onReplyDone();
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Safari ends the composition before it reports the key; only the old key code tells it apart there.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    submit();
  };

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.files[0];
    if (!pasted) return;
    event.preventDefault();
    void chooseFile(pasted).then(setFile);
  };

  const insert = (emoji: string) => {
    const { selectionStart = body.length, selectionEnd = body.length } = input.current ?? {};
    setBody(body.slice(0, selectionStart) + emoji + body.slice(selectionEnd));
  };

  const togglePanel = (name: 'emoji' | 'attach') => setPanel(panel === name ? undefined : name);

  return {
    input,
    body,
    setBody,
    file,
    setFile,
    panel,
    togglePanel,
    closePanel: () => setPanel(undefined),
    excess,
    canSend,
    submit,
    insert,
    onKeyDown,
    onPaste,
  };
}

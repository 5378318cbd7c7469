import type { Conversation } from '@renkei/contract';
import { Users } from 'lucide-react';
import { Avatar } from '../../../ui/avatar.tsx';

interface ContactAvatarProps {
  readonly contact: Conversation['contact'];
  readonly size?: 'medium' | 'large';
}

export function ContactAvatar({ contact, size = 'medium' }: ContactAvatarProps) {
  const { id, name, isGroup } = contact;
  return <Avatar name={name} seed={id} size={size} icon={isGroup ? Users : undefined} />;
}

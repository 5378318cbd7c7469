import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../lib/queries.ts';
import { useOpenedOnArrival } from '../ui/use-opened-on-arrival.ts';
import { AppearanceItems } from './appearance-items.tsx';
import { MemberButton } from './member-button.tsx';
import { useSignOut } from './use-sign-out.ts';

/** Profile, appearance, the way out. */
export function MemberMenu() {
  const { target, isHere } = useOpenedOnArrival();
  const [isOpen, setIsOpen] = useState(true);
  const { member, workspace } = useSession();
  const signOut = useSignOut();
  return (
    <Menu position="right-end" width={240} opened={isHere && isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <MemberButton ref={target} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {member.name} · {workspace.name}
        </Menu.Label>
        <Menu.Item
          leftSection={<UserRound size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/settings/profile" />}
        >
          <Trans>Profile</Trans>
        </Menu.Item>
        <AppearanceItems />
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={signOut}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

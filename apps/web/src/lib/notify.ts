import type { NotificationData } from '@mantine/notifications';
import { useLocalized } from './i18n.ts';
import { problemOf } from './problem.ts';

/** Says something in passing. Most pages never do, so the first load does without it. */
export async function notify(notification: NotificationData): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  notifications.show(notification);
}

/** Says what went wrong and what to do, for things that have no place of their own on the screen. */
export function useNotifyProblem(): (error: unknown) => void {
  const localized = useLocalized();
  return (error) => {
    const problem = problemOf(error);
    const title = localized(problem.title);
    const detail = localized(problem.detail);
    void notify({
      color: 'shu',
      title,
      message: [detail === title ? '' : detail, localized(problem.remedy)].filter(Boolean).join(' '),
      autoClose: 10_000,
    });
  };
}

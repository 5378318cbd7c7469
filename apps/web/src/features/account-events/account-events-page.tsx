export function AccountEventsPage() {
  return null;
}

import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryProblem } from '../../../ui/query-problem.tsx';
import { SendingRulesForm } from './sending-rules-form.tsx';
import { sendingSettingsQuery } from './sending-settings-query.ts';

/** By which rules the workspace sends: whom, when, how much. */
export function SendingRulesPage() {
  const settings = useQuery(sendingSettingsQuery);
  return (
    <>
      <PageHeader title={<Trans>Sending rules</Trans>}>
        <Trans>
          Every message passes these rules, and those of WhatsApp, when it is accepted and again when it
          leaves.
        </Trans>
      </PageHeader>
      {settings.isPending ? (
        <LoadingState>
          <Trans>Loading the rules…</Trans>
        </LoadingState>
      ) : null}
      <QueryProblem query={settings} />
      {settings.data === undefined ? null : <SendingRulesForm settings={settings.data} />}
    </>
  );
}

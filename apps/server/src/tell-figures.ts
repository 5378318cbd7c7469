import { tellChannelFigures } from '#modules/channels';
import { tellAuditFigures } from '#modules/identity';
import { tellIngestFigures } from '#modules/ingest';
import { tellSendFigures } from '#modules/messages';
import { tellOperationFigures } from '#modules/operations';
import type { Platform } from '#platform/module';

/** What /metrics asks the database and the machine for; the rest counts itself as it happens. */
export function tellFigures(platform: Platform, { dataDir }: { readonly dataDir: string }): void {
  tellIngestFigures(platform);
  tellSendFigures(platform);
  tellChannelFigures(platform);
  tellAuditFigures(platform);
  tellOperationFigures(platform, dataDir);
}

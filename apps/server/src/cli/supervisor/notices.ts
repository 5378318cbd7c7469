import type { Localized } from '@renkei/contract';

const names: Readonly<Record<string, Localized>> = {
  server: { en: 'server', ja: 'サーバー' },
  simulator: { en: 'simulator', ja: 'シミュレーター' },
};

/** What the supervisor tells the person at the terminal. */
export const notices = {
  starting: (dataDir: string): Localized => ({
    en: `Starting Renkei on ${dataDir} …`,
    ja: `Renkei を起動しています（${dataDir}）…`,
  }),
  recovering: (since: string): Localized => ({
    en: `The start of ${since} was not stopped cleanly; recovering.`,
    ja: `前回（${since} に開始）は正常に停止しませんでした。復旧しています。`,
  }),
  portTaken: (wanted: number, taken: number): Localized => ({
    en: `Port ${wanted} is taken; using ${taken}.`,
    ja: `ポート ${wanted} は使用中のため、${taken} を使用します。`,
  }),
  restarting: (name: string, how: string): Localized => ({
    en: `The ${names[name]?.en ?? name} ended unexpectedly (${how}); starting it again.`,
    ja: `${names[name]?.ja ?? name}が予期せず終了しました（${how}）。再起動します。`,
  }),
  stopping: { en: 'Stopping …', ja: '停止しています…' },
  stopped: { en: 'Stopped. Everything is saved.', ja: '停止しました。データはすべて保存されています。' },
  workerReady: (input: {
    readonly url: string;
    readonly dataDir: string;
    readonly seconds: string;
  }): Localized => ({
    en: `This worker is ready (${input.seconds} s). Health: ${input.url}/readyz. Folder: ${input.dataDir}. Stop: Ctrl-C.`,
    ja: `ワーカーの準備ができました（${input.seconds} 秒）。状態: ${input.url}/readyz。フォルダー: ${input.dataDir}。停止: Ctrl-C。`,
  }),
  ready: (input: {
    readonly url: string;
    readonly isFirstOwner: boolean;
    readonly simulatorUrl: string | undefined;
    readonly dataDir: string;
    readonly seconds: string;
  }): Localized => ({
    en: [
      `Renkei is ready (${input.seconds} s).`,
      '',
      `  Open    ${input.url}`,
      ...(input.isFirstOwner ? ['          (works once, makes you the owner)'] : []),
      ...(input.simulatorUrl ? [`  Phones  ${input.simulatorUrl}/phone`] : []),
      `  Data    ${input.dataDir} (the one folder to back up)`,
      '  Stop    Ctrl-C',
      '',
    ].join('\n'),
    ja: [
      `Renkei の準備ができました（${input.seconds} 秒）。`,
      '',
      `  開く      ${input.url}`,
      ...(input.isFirstOwner ? ['            （一度だけ使えます。開いた人がオーナーになります）'] : []),
      ...(input.simulatorUrl ? [`  電話      ${input.simulatorUrl}/phone`] : []),
      `  データ    ${input.dataDir}（バックアップはこのフォルダーだけ）`,
      '  停止      Ctrl-C',
      '',
    ].join('\n'),
  }),
} as const;

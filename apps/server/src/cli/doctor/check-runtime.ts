import { type Check, ok, problem, same } from './finding.ts';

const subject = { en: 'Node.js', ja: 'Node.js' };
const leastMajor = 24;

export const checkRuntime: Check = async () => {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= leastMajor) return [ok(subject, same(process.version))];
  const remedy = {
    en: 'Run it through `npm start` or `npx renkei`, which bring their own Node 24.',
    ja: '`npm start` または `npx renkei` で実行してください。Node 24 が自動的に使われます。',
  };
  return [problem(subject, same(`${process.version} < ${leastMajor}`), remedy)];
};

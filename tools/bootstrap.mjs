// What `npm start`, `npm test` and the others run. Written so that even a Node.js too old for the rest can read it
// far enough to say so: no newer syntax in this file, and the rest is imported only after the check.
import process from 'process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  const isJapanese = /^ja/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
  console.error(
    isJapanese
      ? `Node.js ${process.version} は古すぎます。Node.js 20.19 以降（推奨: 24）をインストールしてください: https://nodejs.org/`
      : `Node.js ${process.version} is too old. Install Node.js 20.19 or newer (24 is best): https://nodejs.org/`,
  );
  process.exitCode = 1;
} else {
  void import('./bootstrap/main.mjs').then(({ main }) => main(process.argv.slice(2)));
}

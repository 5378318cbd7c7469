import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';
import { appSecret, packages, phoneNumberId, ready, store } from './receiver.mjs';

const { Chat } = await load('chat');
const { createWhatsAppAdapter } = await load('@chat-adapter/whatsapp');
const { createMemoryState } = await load('@chat-adapter/state-memory');

const settings = { accessToken: 'token', appSecret, phoneNumberId, verifyToken: 'verify', userName: 'bench' };
const bot = new Chat({
  userName: 'bench',
  adapters: { whatsapp: createWhatsAppAdapter(settings) },
  state: createMemoryState(),
  logger: 'silent',
});
const keep = (_thread, message) => store({ text: message.text, from: message.author.userId });
bot.onDirectMessage(keep);
bot.onNewMessage(/[\s\S]*/, keep);

const server = createServer((request, response) => void answer(request, response));

/** Its packages can be imported only, and from where they are installed. */
async function load(name) {
  const manifest = pathToFileURL(findPackageJSON(name, pathToFileURL(`${packages}/`)));
  const { exports } = JSON.parse(await readFile(manifest, 'utf8'));
  return import(new URL(exports['.'].import, manifest).href);
}

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const told = await bot.webhooks.whatsapp(
    new Request('http://127.0.0.1/webhook', {
      method: 'POST',
      headers: request.headers,
      body: Buffer.concat(chunks),
    }),
  );
  response.statusCode = told.status;
  response.end(await told.text());
}

server.listen(0, '127.0.0.1', () => ready(server.address().port));

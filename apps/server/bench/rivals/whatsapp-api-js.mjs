import { createServer } from 'node:http';
import { appSecret, ready, requireRival, store } from './receiver.mjs';

const { WhatsAppAPI } = await import(requireRival.resolve('whatsapp-api-js/middleware/node-http'));
const whatsapp = new WhatsAppAPI({ token: 'token', appSecret, webhookVerifyToken: 'verify' });
whatsapp.on.message = ({ message, from }) => store({ text: message.text.body, from });

const server = createServer((request, response) => void answer(request, response));

async function answer(request, response) {
  response.statusCode = await whatsapp.handle_post(request).catch(() => 500);
  response.end();
}

server.listen(0, '127.0.0.1', () => ready(server.address().port));

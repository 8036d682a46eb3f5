import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

/**
 * A Telegram that accepts every message at once and remembers none: as a thread of its own it costs the bot's nothing.
 * Posts its port when it listens; answers `count` with how many messages it accepted.
 */
let count = 0;
const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const { chat_id: chat } = JSON.parse(Buffer.concat(parts).toString('utf8'));
    count += 1;
    const result = { message_id: count, date: 0, chat: { id: Number(chat), type: 'private' }, text: '' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, result }));
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
parentPort.on('message', () => parentPort.postMessage(count));

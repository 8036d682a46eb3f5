import { createServer } from 'node:http';

/**
 * A Telegram that accepts every message at once and remembers none: as a process of its own (`fork`) it costs the bot's
 * nothing. Sends its port when it listens; answers `count` with how many messages it accepted.
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
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('message', () => process.send(count));
process.on('disconnect', () => process.exit(0));

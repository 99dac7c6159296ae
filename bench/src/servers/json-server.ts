// A child process that responds to every request with one small JSON that suits all subjects. It sends its URL to its parent.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { taskJson } from './task.ts';

const text = taskJson('/', true);
const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(request.method === 'POST' ? 201 : 200, headers).end(text));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('disconnect', () => process.exit());

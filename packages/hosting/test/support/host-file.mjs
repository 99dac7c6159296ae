// Hosts one file with a journal on the disk: the program under test of the memory and crash tests. JavaScript, and the built package, as loading
// Node's TypeScript support alone takes 60 MB. Arguments: endpoint, file, directory of the journal. Standard output: `hosting` once the upload
// has begun, then the result as JSON.
import { journaledHost } from '../../dist/index.js';
import { fileJournalStore, fileSource, preflight } from '../../dist/node.js';
import { s3Host } from '../../dist/s3.js';

const [endpoint, file, directory] = process.argv.slice(2);
const credentials = () => ({ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' });
const host = journaledHost({
  host: s3Host({ bucket: 'songs', endpoint, credentials }),
  store: fileJournalStore({ directory }),
  owner: 'training-1',
});

let hasBegun = false;
const [{ sha256 }] = await preflight([file]);
const audio = await host.put(await fileSource(file, { sha256 }), {
  onProgress: () => {
    if (!hasBegun) process.stdout.write('hosting\n');
    hasBegun = true;
  },
});
process.stdout.write(`${JSON.stringify({ sizeBytes: audio.sizeBytes, maxRssMiB: process.resourceUsage().maxRSS / 1024 })}\n`);

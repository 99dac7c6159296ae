// Brings openapi/upstream up to what is published.
//   usage: npm run spec:sync -- [--from DIR|URL] [--accept-removals] [--root DIR]
//   in:    llms.txt and the pages: of https://docs.mountsea.ai, or of a folder that mirrors it
//   out:   openapi/upstream/<operation>.yaml, openapi/sources.yaml
//   exit:  0 done, 1 stopped with nothing written (a broken scrape, a page that is refused), 2 wrong usage
import { progressLine, run, SCRAPE, siteFrom, specOptions, today } from '../command-line.ts';
import { readUpstream, upstreamFiles } from '../contract/upstream.ts';
import { writeAll } from '../files.ts';
import { layoutOf } from '../layout.ts';
import { printable } from '../printable.ts';
import { readPages } from '../sync/read-pages.ts';
import { syncUpstream } from '../sync/sync-upstream.ts';
import { filePageCache } from '../sync/web-site.ts';

await run(async () => {
  const options = specOptions(SCRAPE);
  const layout = layoutOf(options.root);
  const cache = filePageCache(layout.root);
  const before = readUpstream(layout);
  const scrape = await readPages(siteFrom(options.from, { cache }), progressLine('pages read'));
  const { upstream, notes } = syncUpstream(before, scrape, {
    today: today(),
    acceptRemovals: options['accept-removals'] === true,
  });
  const written = writeAll(upstreamFiles(layout, before, upstream));
  cache.save();
  for (const note of notes) console.log(printable(note));
  console.log(written.length === 0 ? 'Upstream is as it was.' : `Wrote ${written.length} files.`);
  return 0;
});

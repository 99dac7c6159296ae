// From published pages to a changeset: sync → assemble → lint → generate → diff → changeset.
//   usage: npm run spec:update -- [--from DIR|URL] [--accept-removals] [--dry-run] [--report FILE] [--root DIR]
//            --from: read the pages from here, in place of https://docs.mountsea.ai; --accept-removals: published operations are
//            really gone; --dry-run: find everything out and write nothing; --root: work on another checkout than this one
//   in:    llms.txt and the pages: of https://docs.mountsea.ai, or of a folder that mirrors it; openapi/**
//   out:   openapi/**, the generated sources, .changeset/spec-update.md; a one-page report in Markdown on stdout or in FILE
//   exit:  0 done, with or without a change; the report says what is left to do by hand, 1 stopped with nothing written, 2 wrong usage
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { callersPath, progressLine, run, SCRAPE, siteFrom, specOptions, today } from '../command-line.ts';
import { layoutOf, shownPath } from '../layout.ts';
import { filePageCache } from '../sync/web-site.ts';
import { update } from '../update.ts';

await run(async () => {
  const options = specOptions({ ...SCRAPE, 'dry-run': { type: 'boolean' }, report: { type: 'string' } });
  const layout = layoutOf(options.root);
  const file = typeof options.report === 'string' ? callersPath(options.report) : undefined;
  if (file) mkdirSync(dirname(file), { recursive: true });
  const cache = filePageCache(layout.root);
  const { report, written } = await update({
    layout,
    site: siteFrom(options.from, { cache }),
    today: today(),
    acceptRemovals: options['accept-removals'] === true,
    dryRun: options['dry-run'] === true,
    progress: progressLine('pages read'),
  });
  cache.save();
  if (file) writeFileSync(file, report);
  else console.log(report);
  console.error(
    written.length === 0 ? 'Nothing was written.' : `Wrote:\n${written.map((file) => `  ${shownPath(layout, file)}`).join('\n')}`,
  );
  return 0;
});

// Which folder may depend on which: no two on each other. Tests are left out, since they may import from anywhere.
import files from './files.mjs';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle-of-folders',
      comment:
        'Folders that depend on one another are really one folder: move what both need into a third, or what belongs together into one.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    ...files.options,
    exclude: { path: [...files.options.exclude.path, String.raw`\.(test|test-d)\.[cm]?ts$`, '/test/'] },
  },
};

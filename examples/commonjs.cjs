// The packages are ES modules, and Node ≥ 20.19 can require() them.
// MOUNTSEA_API_KEY=… MOUNTSEA_USAGE_BASE_URL=… node commonjs.cjs
const { createClient, isMountseaError } = require('@mountsea-suno/client');

createClient()
  .usage.credits()
  .then(({ credits }) => console.log(credits))
  .catch((error) => {
    console.error(isMountseaError(error) ? `${error.code}: ${error.message}` : error);
    process.exitCode = 1;
  });

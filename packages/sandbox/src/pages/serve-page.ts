import type { OpenApiDocument } from '../generated/contract.gen.ts';
import { jsonResponse, type SandboxResponse } from '../response.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Server } from '../server/dispatch.ts';
import { assetResponse, pageHeaders } from './assets.ts';
import { takeDashboardState } from './dashboard-state.ts';

const assets: Readonly<Record<string, string>> = {
  '/docs': 'assets/docs/index.html',
  '/docs/usage': 'assets/docs/index.html',
  '/docs/start.js': 'assets/docs/start.js',
  '/docs/docs.css': 'assets/docs/docs.css',
  '/docs/swagger-ui.js': 'assets/swagger-ui/swagger-ui-bundle.js.gz',
  '/docs/swagger-ui.css': 'assets/swagger-ui/swagger-ui.css.gz',
  '/dashboard': 'assets/dashboard/index.html',
  '/dashboard/dashboard.css': 'assets/dashboard/dashboard.css',
  '/dashboard/main.js': 'dist/dashboard/main.js',
};

/** The default key, which is public. A page is never given any other key. */
const publicKey = 'sandbox-key';

/** A document of the contract whose server is this sandbox. */
function localDocument(document: OpenApiDocument, sandbox: Sandbox): SandboxResponse {
  const local = { ...document, servers: [{ url: sandbox.baseUrl, description: 'This sandbox' }] };
  return jsonResponse(200, local, pageHeaders);
}

/** Serves everything under `/docs` and `/dashboard`; undefined for every other path. */
export function servePage(sandbox: Sandbox, server: Server, path: string): SandboxResponse | undefined {
  const asset = Object.hasOwn(assets, path) ? assets[path] : undefined;
  if (asset !== undefined) return assetResponse(asset);
  switch (path) {
    case '/':
      return { status: 302, headers: { ...pageHeaders, location: '/dashboard' }, body: '' };
    case '/favicon.ico':
      return { status: 204, headers: pageHeaders, body: '' };
    case '/docs/suno.json':
      return localDocument(server.world.contract.suno, sandbox);
    case '/docs/usage.json':
      return localDocument(server.world.contract.usage, sandbox);
    case '/docs/config.json':
      return jsonResponse(200, { key: sandbox.apiKey === publicKey ? publicKey : null }, pageHeaders);
    case '/dashboard/state':
      return jsonResponse(200, takeDashboardState(sandbox, server), pageHeaders);
    default:
      return undefined;
  }
}

/* global SwaggerUIBundle */
const { key } = await (await fetch('/docs/config.json')).json();
const isUsage = location.pathname === '/docs/usage';

for (const link of document.querySelectorAll('nav a')) {
  if (new URL(link.href).pathname === location.pathname) link.setAttribute('aria-current', 'page');
}

const reference = SwaggerUIBundle({
  url: isUsage ? '/docs/usage.json' : '/docs/suno.json',
  dom_id: '#reference',
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  onComplete() {
    if (key !== null) reference.preauthorizeApiKey(isUsage ? 'api-key' : 'bearerAuth', key);
  },
});

import { writeYaml } from '../document/yaml.ts';
import { anApi } from './an-api.ts';

/** The OpenAPI block of one page: `POST /suno/v2/<id>`, with a request and an answer of its own. */
export function aFragment(id: string, spoil: (api: ReturnType<typeof anApi>) => void = () => {}): string {
  const api = anApi();
  const operation = api.paths['/things'].post;
  operation.operationId = `ApiPublicController_${id}`;
  spoil(api);
  return writeYaml({ ...api, paths: { [`/suno/v2/${id}`]: { post: operation } } });
}

import type { RequestBody, ResponseBody } from './bodies.ts';
import type { paths } from './generated/suno.gen.ts';

/** The body that `POST` on a path of the Suno API takes. */
export type SunoRequest<Path extends keyof paths> = RequestBody<paths[Path]['post']>;

/** The body that `POST` on a path of the Suno API gives. */
export type SunoResponse<Path extends keyof paths> = ResponseBody<paths[Path]['post']>;

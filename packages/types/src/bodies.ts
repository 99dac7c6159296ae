import type { paths as SunoPaths } from './generated/suno.gen.ts';

/** The JSON body that an operation of the contract takes. */
export type RequestBody<Operation> = Operation extends { requestBody?: infer Body } ? JsonContent<NonNullable<Body>> : never;

/** The JSON body of an operation's successful response, whichever 2xx status the contract names. */
export type ResponseBody<Operation> = Operation extends { responses: infer Responses }
  ? JsonContent<Responses[keyof Responses & SuccessCode]>
  : never;

/** The body that `POST` on a path of the Suno API takes. */
export type SunoRequest<Path extends keyof SunoPaths> = RequestBody<SunoPaths[Path]['post']>;

/** The body with which `POST` on a path of the Suno API responds. */
export type SunoResponse<Path extends keyof SunoPaths> = ResponseBody<SunoPaths[Path]['post']>;

/** The values that an open union names, without its open end. */
export type KnownValue<Open extends string> = Open extends unknown ? (string extends Open ? never : Open) : never;

type SuccessCode = 200 | 201 | 202 | 203;
type JsonContent<Message> = Message extends { content: { 'application/json': infer Body } } ? Body : never;

/**
 * The JSON body that an operation of the contract takes.
 *
 * @example
 * ```ts
 * import type { RequestBody, SunoPaths } from '@mountsea-suno/types';
 *
 * type Fade = RequestBody<SunoPaths['/suno/v2/audio/fade']['post']>;
 * const request: Fade = { clip_id: 'clip-1', fade_out_time: 3 };
 * console.log(request);
 * ```
 */
export type RequestBody<Operation> = Operation extends { requestBody?: infer Body } ? JsonContent<NonNullable<Body>> : never;

/**
 * The JSON body of an operation's success answer, whichever 2xx code the contract names.
 *
 * @example
 * ```ts
 * import type { ResponseBody, SunoPaths } from '@mountsea-suno/types';
 *
 * type Started = ResponseBody<SunoPaths['/suno/v2/audio/fade']['post']>;
 * const answer: Started = { taskId: '15c257ff-43f7-4678-bd41-202ad6b8488b' };
 * console.log(answer.taskId);
 * ```
 */
export type ResponseBody<Operation> = Operation extends { responses: infer Responses }
  ? JsonContent<Responses[keyof Responses & SuccessCode]>
  : never;

type SuccessCode = 200 | 201 | 202 | 203;
type JsonContent<Message> = Message extends { content: { 'application/json': infer Body } } ? Body : never;

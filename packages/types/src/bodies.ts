/** The JSON body that an operation takes; `undefined` members of the generated types are looked through. */
export type RequestBody<Operation> = Operation extends { requestBody?: infer Body } ? JsonContent<NonNullable<Body>> : never;

/** The JSON body of an operation's success answer, whichever 2xx code the contract names. */
export type ResponseBody<Operation> = Operation extends { responses: infer Responses }
  ? JsonContent<Responses[keyof Responses & SuccessCode]>
  : never;

type SuccessCode = 200 | 201 | 202 | 203;
type JsonContent<Message> = Message extends { content: { 'application/json': infer Body } } ? Body : never;

import { isRecord, type JsonObject, objectAt, operationsOf } from '../contract/document.ts';
import { parseYaml } from '../contract/yaml.ts';
import { SpecError } from '../errors.ts';
import { hasInvisible } from '../printable.ts';

/** The one operation that a page's block describes. */
export interface PageOperation {
  /** `POST /suno/v2/customModel/create` */
  operation: string;
  operationId: string | undefined;
  document: JsonObject;
}

const PATH = /^(?:\/(?!\.+(?:\/|$))[A-Za-z0-9._~{}-]+)+$/;
/** The keys that may stand beside the operation of a path. */
const BESIDE = /^(?:parameters|summary|description|x-.*)$/;
const OPERATION_ID = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
const COMPONENT = /^[A-Za-z_][A-Za-z0-9_.-]{0,127}$/;
const MAX_NODES = 20_000;

/** Reads a block, and refuses whatever a page of the known form does not have. The names that pass are fit for files and code. */
export function pageOperation(block: string, from: string): PageOperation {
  const document = parseYaml(block, from);
  const refuse = (what: string): never => {
    throw new SpecError(`${from}: ${what}`);
  };
  if (typeof document.openapi !== 'string' || !/^3\.0\.\d+$/.test(document.openapi)) refuse('the block is not OpenAPI 3.0');
  const [located, ...others] = operationsOf(document);
  if (located === undefined) return refuse('the block describes no operation');
  if (others.length > 0) refuse(`the block describes ${others.length + 1} operations`);
  const { path, method, operation } = located;
  const beside = Object.keys(objectAt(objectAt(document, 'paths'), path)).filter((key) => key !== method && !BESIDE.test(key));
  if (beside.length > 0) refuse('the path holds more than its operation and parameters');
  if (!PATH.test(path)) refuse('the path of the operation is not a plain path');
  const { operationId } = operation;
  if (operationId !== undefined && !(typeof operationId === 'string' && OPERATION_ID.test(operationId)))
    refuse('the operationId is not an identifier');
  for (const members of Object.values(objectAt(document, 'components')))
    for (const name of Object.keys(isRecord(members) ? members : {}))
      if (!COMPONENT.test(name)) refuse('the name of a component is not a plain one');
  let nodes = 0;
  const visit = (node: unknown): void => {
    nodes += 1;
    if (nodes > MAX_NODES) refuse(`the block has more than ${MAX_NODES} nodes`);
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    if (Object.keys(node).some(hasInvisible)) refuse('a name has invisible characters');
    if (referencesOf(node).some((reference) => !reference.startsWith('#/components/')))
      refuse('a reference leads out of the block');
    Object.values(node).forEach(visit);
  };
  visit(document);
  return { operation: `${method.toUpperCase()} ${path}`, operationId: operationId as string | undefined, document };
}

/** The references that a reader of OpenAPI may follow from this object. A mapping may also name a schema by its plain name. */
function referencesOf(node: JsonObject): string[] {
  const mapped = Object.values(objectAt(node.discriminator, 'mapping')).filter((value) => !/^\w+$/.test(String(value)));
  return [node.$ref, node.externalValue, ...mapped].filter((value) => typeof value === 'string');
}

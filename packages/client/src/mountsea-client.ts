import type {
  CreateCustomModelRequest,
  Credits,
  CustomModelSession,
  GenerateRequest,
  PointsItem,
  PointsPage,
  PointsSearchRequest,
  ServiceItem,
  SunoPaths,
  TaskRef,
  UploadToCustomModelRequest,
  UsagePaths,
} from '@mountsea-suno/types';
import type { Client } from 'openapi-fetch';
import type { RequestOptions } from './client-options.ts';
import type { Task } from './task.ts';

/** What {@link createClient} gives: the API's operations as methods, one HTTP call each. */
export interface MountseaClient {
  /** Where the Suno API is, without a slash at the end. */
  readonly baseUrl: string;
  /** Where the usage API is; `undefined` when it is not configured. */
  readonly usageBaseUrl: string | undefined;
  readonly customModel: CustomModelResource;
  readonly tasks: TasksResource;
  readonly usage: UsageResource;
  /** Submits a song (or another generate task). Costs credits, so it is not repeated blindly. */
  generate(body: GenerateRequest, options?: RequestOptions): Promise<TaskRef>;
  /** Every path of the contract, typed by openapi-fetch, over the same transport: errors are thrown, `data` is there. */
  readonly raw: RawClients;
}

/** openapi-fetch clients of both hosts. */
export interface RawClients {
  readonly suno: Client<SunoPaths>;
  readonly usage: Client<UsagePaths>;
}

/** Training a model of your own: prepare once, upload at least six songs, create. */
export interface CustomModelResource {
  /** Opens a session. Free as far as is known. */
  prepare(options?: RequestOptions): Promise<CustomModelSession>;
  /** Starts the upload of one song into the session; its task gives the clip id. */
  upload(body: UploadToCustomModelRequest, options?: RequestOptions): Promise<TaskRef>;
  /** Starts the training: 100 credits. The task id is the session id. Never repeated once it may have been accepted. */
  create(body: CreateCustomModelRequest, options?: RequestOptions): Promise<TaskRef>;
}

/** The asynchronous tasks that the other methods start. */
export interface TasksResource {
  /** One look at a task, or at a session by its id. */
  get(taskId: string, options?: RequestOptions): Promise<Task>;
}

/** The account: credits and what was charged. */
export interface UsageResource {
  /** The credits that are left. */
  credits(options?: RequestOptions): Promise<Credits>;
  /** The services of the account, whose ids narrow a search. */
  services(options?: RequestOptions): Promise<ServiceItem[]>;
  /** The charges within at most 90 days, item by item or page by page. Nothing is sent before the first item is asked for. */
  searchPoints(query: PointsSearchRequest, options?: RequestOptions): Pages<PointsItem, PointsPage>;
}

/** The results of a search: iterate it for the items, or its `pages()`. Each iteration starts at the query's page. */
export interface Pages<Item, Page> extends AsyncIterable<Item> {
  pages(): AsyncIterable<Page>;
}

import type { SunoComponents, UsageComponents } from '@mountsea-suno/types';

type Suno = SunoComponents['schemas'];
type Usage = UsageComponents['schemas'];

/** Known values of a task's state, open for those to come. */
export type TaskStatus =
  | 'queued'
  | 'ready'
  | 'running'
  | 'stream'
  | 'awaiting'
  | 'success'
  | 'failed'
  | 'timeout'
  | (string & {});
/** The id of a custom model, as generate's `model` takes it. */
export type CustomModelId = `chirp-custom:${string}`;
export type CreateCustomModelRequest = Suno['CreateCustomModelDto'];
export type UploadToCustomModelRequest = Suno['CustomModelUploadDto'];
export type CustomModelSession = Suno['CustomModelSessionDto'];
export type TaskRef = Suno['TaskIdDto'];
export type GenerateRequest = Omit<Suno['GenerateDto'], 'make_instrumental'> & { make_instrumental?: boolean };
export type Credits = Usage['CreditsDto'];
export type ServiceItem = Usage['ServiceItemDto'];
export type PointsSearchRequest = Usage['PointsSearchDto'];
export type PointsPage = Usage['PointsPageDto'];
export type PointsItem = Usage['PointsItemDto'];

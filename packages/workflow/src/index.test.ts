import { expect, test } from 'vitest';
import * as workflow from './index.ts';
import * as node from './node.ts';
import * as testing from './testing.ts';

test('what is public', () => {
  expect(Object.keys(workflow).sort()).toMatchInlineSnapshot(`
    [
      "CreateOutcomeUnknownError",
      "DeadlineError",
      "InvalidInputError",
      "StateError",
      "TrainingFailedError",
      "TrainingLockedError",
      "TrainingNotFoundError",
      "TrainingOpenError",
      "UploadFailedError",
      "WorkflowError",
      "apply",
      "audioFormat",
      "createPreflight",
      "decide",
      "diffEvents",
      "errorTable",
      "isPublicHost",
      "listTrainings",
      "memoryStore",
      "parseState",
      "removeTraining",
      "resumeState",
      "resumeTraining",
      "startTraining",
      "trainingProgress",
      "waitForTask",
    ]
  `);
  expect(Object.keys(node).sort()).toMatchInlineSnapshot(`
    [
      "fileStore",
      "homeDirectory",
      "resolveHost",
      "writeDurably",
    ]
  `);
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "storeConformance",
    ]
  `);
});

// Generated from openapi/suno.yaml by `npm run spec:generate`. Do not edit.

export interface paths {
    "/suno/v2/audio/upload/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * prepare upload session
         * @description Picks an upload account and stores it on a new session. Synchronous. The session's own task reads success at once, with an empty audioIds list.
         */
        post: operations["ApiPublicController_uploadSessionPrepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/audio/upload/session/item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * upload session item
         * @description Uploads one audio file into an upload session. Each success appends the clip id to the session's audioIds (poll /status with the sessionId).
         */
        post: operations["ApiPublicController_uploadSessionItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/customModel/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * create custom model
         * @description Submit the session for model creation. Provide clipIds (>= 6) from the upload step. Costs 100 credits. Takes 2-3 min. Returns taskId (= sessionId) to poll via /status.
         */
        post: operations["ApiPublicController_customModelCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/customModel/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * prepare custom model session
         * @description Selects an account and binds it to a new session. Synchronous: the answer holds the sessionId that upload and create need. No request body.
         */
        post: operations["ApiPublicController_customModelPrepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/customModel/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * upload audio for custom model
         * @description Uploads one audio file into the session. Asynchronous: poll the taskId via /status; on success the task result holds clip info whose `id` is the clipId for create. Calls with one sessionId may run in parallel.
         */
        post: operations["ApiPublicController_customModelUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * generate music
         * @description Submits a generation task. Which fields a task needs, takes or ignores is told by /generate/schema. Poll the taskId via /status.
         */
        post: operations["ApiPublicController_generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/generate/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * get generate schema
         * @description Which fields each generate task requires, takes, or ignores (fields in notAllowed are ignored, not rejected). All tasks when `task` is absent.
         */
        get: operations["ApiPublicController_generateSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * get task status
         * @description The state of one asynchronous task. Session ids are accepted too. Poll with exponential backoff, starting at 2-3 s. Terminal: success, failed, timeout.
         */
        get: operations["ApiPublicController_getTaskStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CreateCustomModelDto: {
            /**
             * Format: uuid
             * @description prepare 返回的会话 sessionId
             */
            sessionId: string;
            /**
             * @description 用于训练定制模型的 clip IDs（至少 6 个，来自 upload 步骤返回的 id）
             * @example [
             *       "cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0"
             *     ]
             */
            clipIds: string[];
            /**
             * @description 定制模型名称
             * @example v6Pro
             */
            name: string;
        };
        CustomModelSessionDto: {
            /**
             * Format: uuid
             * @description identifies the session in upload and create; keep it
             * @example a1b2c3d4-e5f6-7890-abcd-ef1234567890
             */
            sessionId: string;
        };
        CustomModelUploadDto: {
            /**
             * Format: uuid
             * @description the sessionId that prepare returned
             */
            sessionId: string;
            /**
             * Format: uri
             * @description publicly downloadable audio URL
             */
            audioUrl: string;
        };
        GenerateDto: {
            /** @enum {string} */
            task: "create" | "extend" | "upload_extend" | "upload_cover" | "cover" | "use_styles_lyrics" | "replace_section" | "add_instrumental" | "add_vocals" | "gen_stem_two" | "gen_stem_all" | "mashup" | "sample" | "inspiration" | "sound";
            model: ("chirp-v55" | "chirp-v50" | "chirp-45+" | "chirp-v45" | "chirp-v45-lite" | "chirp-v40" | "chirp-v35") | `chirp-custom:${string}`;
            /** @default false */
            make_instrumental?: boolean;
            /** @description lyrics */
            prompt?: string;
            continued_aligned_prompt?: string;
            infill_lyrics?: string;
            gpt_description_prompt?: string;
            tags?: string;
            negative_tags?: string;
            title?: string;
            clip_id?: string;
            /** @example 30 */
            continue_at?: number;
            range?: {
                start_s?: number;
                end_s?: number;
            };
            infill_context_range?: {
                start_s?: number;
                end_s?: number;
            };
            /** @example smart */
            infill_type?: string;
            persona?: {
                persona_id?: string;
                artist_clip_id?: string;
                /** @example vox */
                persona_style?: string;
            };
            controls?: {
                style_weight?: number;
                audio_weight?: number;
                weirdness_constraint?: number;
            };
            /** @example m */
            vocal_gender?: string;
            /** @description required for upload_extend and upload_cover */
            audio_url?: string;
            mashup_clip_ids?: string[];
            /** @deprecated */
            playlist_clip_ids?: string[];
            playlist_id?: string;
            sound?: {
                description?: string;
                /** @example one_shot */
                type?: string;
                /** @example F# */
                key?: string;
                bpm?: number;
            };
        };
        GenerateFieldDto: {
            field: string;
            description?: string;
            example?: unknown;
            type?: string;
        };
        GenerateTaskSchemaDto: {
            task: string;
            description?: string;
            required?: components["schemas"]["GenerateFieldDto"][];
            optional?: components["schemas"]["GenerateFieldDto"][];
            notAllowed?: string[];
            example?: {
                [key: string]: unknown;
            };
        };
        TaskIdDto: {
            /**
             * @description task id. Use this id to query task status.
             * @example 15c257ff-43f7-4678-bd41-202ad6b8488b
             */
            taskId: string;
        };
        TaskStatusDto: {
            /** @example task_1731a9b2f4 */
            taskId: string;
            /** @example queued */
            status: ("queued" | "ready" | "running" | "stream" | "awaiting" | "success" | "failed" | "timeout") | (string & {});
            /**
             * Format: date-time
             * @description created time, UTC
             * @example 2025-08-18T02:30:00.000Z
             */
            createdAt: string;
            /**
             * @description reason when the task failed
             * @example Audio source not found.
             */
            failReason?: string;
            /**
             * @description code when the task failed
             * @example 4001
             */
            failCode?: number;
            /** @description data associated with the task */
            data?: Record<string, unknown> | unknown[];
            /**
             * Format: date-time
             * @description finished time, UTC
             * @example 2025-08-18T02:35:00.000Z
             */
            finishAt?: string;
            /** @description what some pages say where the schema says `data` */
            result?: unknown;
        };
        UploadSessionDto: {
            /**
             * Format: uuid
             * @example f259907e-32dd-468d-95f9-e3c0baf4f01c
             */
            sessionId: string;
        };
        UploadSessionItemDto: {
            /**
             * Format: uuid
             * @example e3f2c1a0-1234-5678-abcd-000000000000
             */
            sessionId: string;
            /**
             * Format: uri
             * @example https://example.com/audio.mp3
             */
            audioUrl: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ApiPublicController_uploadSessionPrepare: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadSessionDto"];
                };
            };
        };
    };
    ApiPublicController_uploadSessionItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadSessionItemDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIdDto"];
                };
            };
        };
    };
    ApiPublicController_customModelCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomModelDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIdDto"];
                };
            };
        };
    };
    ApiPublicController_customModelPrepare: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomModelSessionDto"];
                };
            };
        };
    };
    ApiPublicController_customModelUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomModelUploadDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIdDto"];
                };
            };
        };
    };
    ApiPublicController_generate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIdDto"];
                };
            };
        };
    };
    ApiPublicController_generateSchema: {
        parameters: {
            query?: {
                task?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerateTaskSchemaDto"][];
                };
            };
        };
    };
    ApiPublicController_getTaskStatus: {
        parameters: {
            query: {
                taskId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task status information */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatusDto"];
                };
            };
        };
    };
}

// Generated from openapi/suno.yaml by `npm run spec:generate`. Do not edit.

export interface paths {
    "/suno/v2/adjustSpeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * adjust speed
         * @description Submits a task that changes the speed of a clip.
         */
        post: operations["ApiPublicController_adjustSpeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/audio/crop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * crop audio
         * @description Submits a task that keeps a stretch of a clip, or removes it. Costs nothing.
         */
        post: operations["ApiPublicController_audioCrop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/audio/fade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fade audio
         * @description Submits a task that fades a clip in or out. At least one of fade_in_time and fade_out_time is needed. Costs nothing.
         */
        post: operations["ApiPublicController_audioFade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/suno/v2/concat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * concat
         * @description Submits a task that makes a whole song of an extended clip.
         */
        post: operations["ApiPublicController_concat"];
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
    "/suno/v2/downbeats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * generate downbeats
         * @description Submits a task that finds the downbeats of a clip. The answer contains a taskId.
         */
        post: operations["ApiPublicController_generateDownbeats"];
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
    "/suno/v2/getVoxStem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * get vox stem
         * @description Extracts the voice of a clip, some 45 to 74 s of it. Synchronous. The id is the vox_audio_id of a persona.
         */
        post: operations["ApiPublicController_getVoxStem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/image/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * generate image
         * @description Submits an image task of two images. Basic costs nothing; the price of advanced is set by the service.
         */
        post: operations["ApiPublicController_imageGenerate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/lyrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * generate lyrics
         * @description Submits a lyrics task.
         */
        post: operations["ApiPublicController_lyrics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/mashupLyrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * mashup lyrics
         * @description Submits a task that makes one lyrics out of two.
         */
        post: operations["ApiPublicController_mashupLyrics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/mdi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * midi
         * @description Submits a task that writes down a stem as MIDI.
         */
        post: operations["ApiPublicController_mdi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/persona": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * create persona
         * @description Makes a persona of a clip. Synchronous.
         */
        post: operations["ApiPublicController_persona"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/playlist/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * create playlist
         * @description Makes a playlist of 1 to 4 clips, for the inspiration task of generate. Synchronous. All clips must belong to one Suno account.
         */
        post: operations["ApiPublicController_playlistCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/remaster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * remaster
         * @description Submits a task that remasters a clip.
         */
        post: operations["ApiPublicController_remaster"];
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
    "/suno/v2/timing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * generate timing
         * @description Submits a task that aligns the lyrics of a clip with its audio. The answer contains a taskId.
         */
        post: operations["ApiPublicController_generateTiming"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * upload file
         * @description Uploads one audio file from a public URL. The polled result contains the clip id. Each single upload may land on a different Suno account; use an upload session where clips have to lie on one.
         */
        post: operations["ApiPublicController_uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/voicePersona/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * complete voice persona
         * @description Hands in the recorded phrase for a task that reads `awaiting`. Poll the same task on.
         */
        post: operations["ApiPublicController_voicePersonaComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/voicePersona/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * create voice persona
         * @deprecated
         * @description The second step of the older voice persona flow, whose init and create are two tasks. Superseded by complete.
         */
        post: operations["ApiPublicController_voicePersonaCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suno/v2/voicePersona/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * init voice persona
         * @description Submits a voice. The task reads `awaiting` when the phrase to record is in its data; complete has to follow within 30 s.
         */
        post: operations["ApiPublicController_voicePersonaInit"];
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
        AdjustSpeedDto: {
            clip_id: string;
            speed_multiplier: number;
            /** @default true */
            keep_pitch?: boolean;
            title?: string;
        };
        AudioCropDto: {
            clip_id: string;
            crop_start_s: number;
            crop_end_s: number;
            /** @default false */
            is_crop_remove?: boolean;
            /** @example song_actions */
            ui_surface?: string;
        };
        AudioFadeDto: {
            clip_id: string;
            fade_in_time?: number;
            fade_out_time?: number;
            title?: string;
        };
        AudioIdDto: {
            clip_id: string;
        };
        ConcatDto: {
            clip_id: string;
            /** @example false */
            is_infill: boolean;
            project_id?: string;
            /** @description needed when is_infill is true */
            edit_session_id?: string;
        };
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
        GetVoxStemDto: {
            clip_id: string;
        };
        ImageGenerateDto: {
            prompt: string;
            /**
             * @default basic
             * @enum {string}
             */
            image_gen_category: "basic" | "advanced";
        };
        LyricsDto: {
            /** @enum {string} */
            lyrics_model: "default" | "remi-v1";
            prompt: string;
        };
        MashupLyricsDto: {
            /** @description [Instrumental] for an instrumental track */
            lyrics_a: string;
            /** @description [Instrumental] for an instrumental track */
            lyrics_b: string;
        };
        MdiDto: {
            /** @description a clip of a gen_stem_all task */
            clip_id: string;
        };
        PersonaCreateDto: {
            clip_id: string;
            name: string;
            /** @default true */
            is_public: boolean;
            description?: string;
            /**
             * @description vox for a vocal persona
             * @example vox
             */
            persona_type?: string;
            /** @description needed for a vocal persona; the id that getVoxStem gave */
            vox_audio_id?: string;
            vocal_start_s?: number;
            vocal_end_s?: number;
            user_input_styles?: string;
            /** @description the image as a data URL: data:image/png;base64,... */
            image_s3_id?: string;
        };
        PersonaDto: {
            id: string;
            name?: string;
            description?: string;
            persona_type?: string;
            is_public?: boolean;
            clip?: Record<string, unknown>;
            root_clip_id?: string;
            vocal_start_s?: number;
            vocal_end_s?: number;
        };
        PlaylistCreateDto: {
            clip_ids: string[];
            /** @default Untitled */
            name?: string;
        };
        PlaylistDto: {
            playlist_id: string;
        };
        RemasterDto: {
            clip_id: string;
            /** @enum {string} */
            model_name: "chirp-carp" | "chirp-bass";
            /**
             * @description only with chirp-carp; high is the default
             * @enum {string}
             */
            variation_category?: "subtle" | "normal" | "high";
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
        UploadFileDto: {
            /**
             * Format: uri
             * @description a URL that the service can download; MP3, WAV and other common formats
             */
            audioUrl: string;
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
        VoicePersonaCompleteDto: {
            /** Format: uuid */
            taskId: string;
            /**
             * Format: uri
             * @description WAV or MP3
             */
            verification_audio_url: string;
            name: string;
            description?: string;
            /** @description false when absent */
            is_public?: boolean;
            /** @description base64; made by the service when absent */
            image_s3_id?: string;
        };
        VoicePersonaCreateDto: {
            vox_audio_id: string;
            voice_recording_id: string;
            phrase_id: string;
            verification_audio_url: string;
            vocal_start_s: number;
            vocal_end_s: number;
            name: string;
            description?: string;
            is_public?: boolean;
            image_s3_id?: string;
        };
        VoicePersonaInitDto: {
            /** Format: uri */
            voice_audio_url: string;
            /** @enum {string} */
            language: "zh" | "en" | "ja" | "ko" | "es" | "fr" | "de" | "pt" | "ru" | "hi";
            /** @description 0 when absent */
            vocal_start_s?: number;
            /** @description found by the service when absent */
            vocal_end_s?: number;
        };
        VoxStemDto: {
            id: string;
            status?: string;
            source_clip_id?: string;
            vocal_start_s?: number;
            vocal_end_s?: number;
            vocal_audio_url?: string;
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
    ApiPublicController_adjustSpeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustSpeedDto"];
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
    ApiPublicController_audioCrop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudioCropDto"];
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
    ApiPublicController_audioFade: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudioFadeDto"];
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
    ApiPublicController_concat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcatDto"];
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
    ApiPublicController_generateDownbeats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudioIdDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description task id. Use this id to query task status. */
                        taskId: string;
                    };
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
    ApiPublicController_getVoxStem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetVoxStemDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoxStemDto"];
                };
            };
        };
    };
    ApiPublicController_imageGenerate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageGenerateDto"];
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
    ApiPublicController_lyrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LyricsDto"];
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
    ApiPublicController_mashupLyrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MashupLyricsDto"];
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
    ApiPublicController_mdi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MdiDto"];
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
    ApiPublicController_persona: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonaCreateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonaDto"];
                };
            };
        };
    };
    ApiPublicController_playlistCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaylistCreateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaylistDto"];
                };
            };
        };
    };
    ApiPublicController_remaster: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemasterDto"];
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
    ApiPublicController_generateTiming: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudioIdDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description task id. Use this id to query task status. */
                        taskId: string;
                    };
                };
            };
        };
    };
    ApiPublicController_uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadFileDto"];
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
    ApiPublicController_voicePersonaComplete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoicePersonaCompleteDto"];
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
    ApiPublicController_voicePersonaCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoicePersonaCreateDto"];
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
    ApiPublicController_voicePersonaInit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoicePersonaInitDto"];
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
}

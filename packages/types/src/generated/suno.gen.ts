// Generated from openapi/suno.yaml by `npm run generate`. Do not edit.

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
            /** @description The id of the clip to work on. The form of clip ids is not documented. */
            clip_id: string;
            /** @description The speed as a multiple of the original, from 0.25 to 4. */
            speed_multiplier: number;
            /**
             * @description Whether the pitch stays as it is. True when absent.
             * @default true
             */
            keep_pitch?: boolean;
            /** @description A title for the new clip. Its greatest length is not documented. */
            title?: string;
        };
        AudioCropDto: {
            /** @description The id of the clip to work on. The form of clip ids is not documented. */
            clip_id: string;
            /** @description Where the stretch begins, in seconds from the start of the clip; 0 or more. */
            crop_start_s: number;
            /** @description Where the stretch ends, in seconds from the start of the clip; 0 or more. */
            crop_end_s: number;
            /**
             * @description Whether the stretch is removed. False when absent; then the stretch is what remains.
             * @default false
             */
            is_crop_remove?: boolean;
            /**
             * @description The place in a user interface that the call comes from, such as `song_actions`. Its effect is not documented.
             * @example song_actions
             */
            ui_surface?: string;
        };
        AudioFadeDto: {
            /** @description The id of the clip to work on. The form of clip ids is not documented. */
            clip_id: string;
            /** @description The time of the fade-in, 0 or more. Its unit is not documented. At least one of the two times is needed. */
            fade_in_time?: number;
            /** @description The time of the fade-out, 0 or more. Its unit is not documented. At least one of the two times is needed. */
            fade_out_time?: number;
            /** @description A title for the new clip. Its greatest length is not documented. */
            title?: string;
        };
        AudioIdDto: {
            /** @description The id of the clip to work on. The form of clip ids is not documented. */
            clip_id: string;
        };
        ConcatDto: {
            /** @description The id of the clip to work on. The form of clip ids is not documented. */
            clip_id: string;
            /**
             * @description Whether this is an infill. Then `edit_session_id` is needed. No more is documented.
             * @example false
             */
            is_infill: boolean;
            /** @description The id of a project. Its effect is not documented. */
            project_id?: string;
            /** @description The id of an edit session. Needed when `is_infill` is true. */
            edit_session_id?: string;
        };
        CreateCustomModelDto: {
            /**
             * Format: uuid
             * @description The session that prepare returned.
             *     prepare 返回的会话 sessionId
             */
            sessionId: string;
            /**
             * @description The clips to train on, at least 6: the ids that the uploads of this session returned. An upper limit is not documented.
             *     用于训练定制模型的 clip IDs（至少 6 个，来自 upload 步骤返回的 id）
             * @example [
             *       "cd0440d8-ae0f-4c0b-af4f-149eaa0c38c0"
             *     ]
             */
            clipIds: string[];
            /**
             * @description The name of the custom model. Its greatest length is not documented.
             *     定制模型名称
             * @example v6Pro
             */
            name: string;
        };
        CustomModelSessionDto: {
            /**
             * Format: uuid
             * @description The id of the session. Upload and create need it, and create uses it as the id of its task, so keep it. How long a session lives is not documented.
             * @example a1b2c3d4-e5f6-7890-abcd-ef1234567890
             */
            sessionId: string;
        };
        CustomModelUploadDto: {
            /**
             * Format: uuid
             * @description The session that prepare returned. Several calls with one session may run at the same time.
             */
            sessionId: string;
            /**
             * Format: uri
             * @description A public URL from which the service downloads the audio, one file a call. Limits of size and length are not documented.
             */
            audioUrl: string;
        };
        GenerateDto: {
            /**
             * @description What to generate. `GET /suno/v2/generate/schema` tells which fields each task requires, takes and ignores.
             * @enum {string}
             */
            task: "create" | "extend" | "upload_extend" | "upload_cover" | "cover" | "use_styles_lyrics" | "replace_section" | "add_instrumental" | "add_vocals" | "gen_stem_two" | "gen_stem_all" | "mashup" | "sample" | "inspiration" | "sound";
            /** @description The model that generates: one of the service, or a custom one as `chirp-custom:<uuid>`. */
            model: ("chirp-v55" | "chirp-v50" | "chirp-45+" | "chirp-v45" | "chirp-v45-lite" | "chirp-v40" | "chirp-v35") | `chirp-custom:${string}`;
            /**
             * @description Whether the result is instrumental. False when absent.
             * @default false
             */
            make_instrumental?: boolean;
            /** @description The lyrics. Their greatest length is not documented. */
            prompt?: string;
            /** @description Needed by `replace_section`. What it has to hold is not documented. */
            continued_aligned_prompt?: string;
            /** @description Lyrics of an infill, by its name. Its use is not documented. */
            infill_lyrics?: string;
            /** @description A description of the song, by its name. Its greatest length is not documented. */
            gpt_description_prompt?: string;
            /** @description Tags for the style, as one text. How they are separated is not documented. */
            tags?: string;
            /** @description Tags for what to avoid, as one text. How they are separated is not documented. */
            negative_tags?: string;
            /** @description A title for the new clip. Its greatest length is not documented. */
            title?: string;
            /** @description The id of the clip that the task starts from. Needed by `extend`, `cover`, `use_styles_lyrics`, `replace_section` and `add_instrumental`; for other tasks see `GET /suno/v2/generate/schema`. */
            clip_id?: string;
            /**
             * @description Where the clip is continued, such as 30. The unit is not documented.
             * @example 30
             */
            continue_at?: number;
            /** @description A section of the clip. Needed by `replace_section` and `add_instrumental`. */
            range?: {
                /** @description Where the section begins, in seconds. */
                start_s?: number;
                /** @description Where the section ends, in seconds. */
                end_s?: number;
            };
            /** @description The section that an infill takes as context, by its name. Needed by `replace_section`. */
            infill_context_range?: {
                /** @description Where the section begins, in seconds. */
                start_s?: number;
                /** @description Where the section ends, in seconds. */
                end_s?: number;
            };
            /**
             * @description The kind of infill, such as `smart`. Other values are not documented.
             * @example smart
             */
            infill_type?: string;
            /** @description The persona to use. */
            persona?: {
                /** @description The id of the persona. */
                persona_id?: string;
                /** @description The id of a clip of the artist. Which one is not documented. */
                artist_clip_id?: string;
                /**
                 * @description The style of the persona, such as `vox`. Other values are not documented.
                 * @example vox
                 */
                persona_style?: string;
            };
            /** @description How strongly the result follows its inputs. The ranges of the weights are not documented. */
            controls?: {
                /** @description The weight of the style. Its range is not documented. */
                style_weight?: number;
                /** @description The weight of the audio. Its range is not documented. */
                audio_weight?: number;
                /** @description How unusual the result may be, by its name. Its range is not documented. */
                weirdness_constraint?: number;
            };
            /**
             * @description The gender of the voice, such as `m`. Other values are not documented.
             * @example m
             */
            vocal_gender?: string;
            /** @description A public URL of the audio to start from. Needed by `upload_extend` and `upload_cover`. */
            audio_url?: string;
            /** @description The ids of the clips to mash up. How many are allowed is not documented. */
            mashup_clip_ids?: string[];
            /**
             * @deprecated
             * @description The ids of the clips for `inspiration` in its older form. Use `playlist_id` instead.
             */
            playlist_clip_ids?: string[];
            /** @description The playlist for `inspiration`, from `POST /suno/v2/playlist/create`. */
            playlist_id?: string;
            /** @description What the task `sound` makes. */
            sound?: {
                /** @description A description of the sound. Its greatest length is not documented. */
                description?: string;
                /**
                 * @description The kind of sound, such as `one_shot`. Other values are not documented.
                 * @example one_shot
                 */
                type?: string;
                /**
                 * @description The musical key, such as `F#`. The allowed values are not documented.
                 * @example F#
                 */
                key?: string;
                /** @description The tempo in beats per minute. Its range is not documented. */
                bpm?: number;
            };
        };
        GenerateFieldDto: {
            /** @description The name of the field in the request body. */
            field: string;
            /** @description What the field is, in words. */
            description?: string;
            /** @description A value of the field. */
            example?: unknown;
            /** @description The name of the type of the field. The list of names is not documented. */
            type?: string;
        };
        GenerateTaskSchemaDto: {
            /** @description The generate task that this entry describes. */
            task: string;
            /** @description What the task does, in words. */
            description?: string;
            /** @description The fields that the task requires. */
            required?: components["schemas"]["GenerateFieldDto"][];
            /** @description The fields that the task takes beyond the required ones. */
            optional?: components["schemas"]["GenerateFieldDto"][];
            /** @description The names of the fields that the task ignores. To send one is not an error. */
            notAllowed?: string[];
            /** @description A request body for this task. */
            example?: {
                [key: string]: unknown;
            };
        };
        GetVoxStemDto: {
            /** @description The id of the clip to work on. The form of clip ids is not documented. */
            clip_id: string;
        };
        ImageGenerateDto: {
            /** @description A description of the image. Its greatest length is not documented. */
            prompt: string;
            /**
             * @description The quality, which sets the price: `basic` costs nothing, and the service sets the price of `advanced`. A task makes two images.
             * @default basic
             * @enum {string}
             */
            image_gen_category: "basic" | "advanced";
        };
        LyricsDto: {
            /**
             * @description The model that writes the lyrics.
             * @enum {string}
             */
            lyrics_model: "default" | "remi-v1";
            /** @description What the lyrics are about. Its greatest length is not documented. */
            prompt: string;
        };
        MashupLyricsDto: {
            /** @description The lyrics of the first track: `[Instrumental]` for an instrumental one. */
            lyrics_a: string;
            /** @description The lyrics of the second track: `[Instrumental]` for an instrumental one. */
            lyrics_b: string;
        };
        MdiDto: {
            /** @description The id of a stem that a `gen_stem_all` task made. */
            clip_id: string;
        };
        PersonaCreateDto: {
            /** @description The id of the clip that the persona is made from. */
            clip_id: string;
            /** @description The name of the persona. Its greatest length is not documented. */
            name: string;
            /**
             * @description Whether the persona is public. The page marks it as required, and gives true as its default.
             * @default true
             */
            is_public: boolean;
            /** @description A description of the persona. Its greatest length is not documented. */
            description?: string;
            /**
             * @description The kind of persona: `vox` for a vocal one. Other values are not documented.
             * @example vox
             */
            persona_type?: string;
            /** @description The id that getVoxStem returned. Needed by a vocal persona. */
            vox_audio_id?: string;
            /** @description Where the voice begins in the audio, in seconds. */
            vocal_start_s?: number;
            /** @description Where the voice ends in the audio, in seconds. */
            vocal_end_s?: number;
            /** @description Styles, as one text, by its name. Its effect is not documented. */
            user_input_styles?: string;
            /** @description An image as a data URL: `data:image/png;base64,...`. Its greatest size is not documented. */
            image_s3_id?: string;
        };
        PersonaDto: {
            /** @description The id of the persona. */
            id: string;
            /** @description The name of the persona. */
            name?: string;
            /** @description The description of the persona. */
            description?: string;
            /** @description The kind of persona: `vox` for a vocal one. */
            persona_type?: string;
            /** @description Whether the persona is public. */
            is_public?: boolean;
            /** @description The clip of the persona. Its fields are not documented. */
            clip?: Record<string, unknown>;
            /** @description The id of the clip that the persona goes back to, by its name. */
            root_clip_id?: string;
            /** @description Where the voice begins in the audio, in seconds. */
            vocal_start_s?: number;
            /** @description Where the voice ends in the audio, in seconds. */
            vocal_end_s?: number;
        };
        PlaylistCreateDto: {
            /** @description The ids of the clips, 1 to 4. All have to belong to one Suno account. */
            clip_ids: string[];
            /**
             * @description The name of the playlist, `Untitled` when absent. Its greatest length is not documented.
             * @default Untitled
             */
            name?: string;
        };
        PlaylistDto: {
            /** @description The id of the playlist. It goes into `playlist_id` of an inspiration task. */
            playlist_id: string;
        };
        RemasterDto: {
            /** @description The id of the clip to work on. The form of clip ids is not documented. */
            clip_id: string;
            /**
             * @description The model that remasters the clip.
             * @enum {string}
             */
            model_name: "chirp-carp" | "chirp-bass";
            /**
             * @description How far the result may differ. Only with `chirp-carp`, where it is `high` when absent.
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
            /**
             * @description The id of the task.
             * @example task_1731a9b2f4
             */
            taskId: string;
            /**
             * @description The state of the task. `success`, `failed` and `timeout` are final. `awaiting` waits for a call of yours; only voice personas have it. The service has added values before.
             * @example queued
             */
            status: ("queued" | "ready" | "running" | "stream" | "awaiting" | "success" | "failed" | "timeout") | (string & {});
            /**
             * Format: date-time
             * @description When the task was created: ISO 8601, in UTC.
             * @example 2025-08-18T02:30:00.000Z
             */
            createdAt: string;
            /**
             * @description Why the task failed, in words, on a failed task.
             * @example Audio source not found.
             */
            failReason?: string;
            /**
             * @description The code of the failure, on a failed task. The only documented value is the example, 4001.
             * @example 4001
             */
            failCode?: number;
            /** @description What the task has produced. Its fields depend on the kind of task. The schema says an object; a list of clips was seen too. */
            data?: Record<string, unknown> | unknown[];
            /**
             * Format: date-time
             * @description When the task ended: ISO 8601, in UTC.
             * @example 2025-08-18T02:35:00.000Z
             */
            finishAt?: string;
            /** @description What the task has produced, where a page says `result` in place of `data`. The schema has `data` only. */
            result?: unknown;
        };
        UploadFileDto: {
            /**
             * Format: uri
             * @description A public URL from which the service downloads the audio: MP3, WAV or another common format, one file a call. Limits of size and length are not documented.
             */
            audioUrl: string;
        };
        UploadSessionDto: {
            /**
             * Format: uuid
             * @description The id of the new upload session. Pass it with each item. How long a session lives is not documented.
             * @example f259907e-32dd-468d-95f9-e3c0baf4f01c
             */
            sessionId: string;
        };
        UploadSessionItemDto: {
            /**
             * Format: uuid
             * @description The id of the session that its prepare call opened.
             * @example e3f2c1a0-1234-5678-abcd-000000000000
             */
            sessionId: string;
            /**
             * Format: uri
             * @description A public URL from which the service downloads the audio, one file a call. Limits of size and length are not documented.
             * @example https://example.com/audio.mp3
             */
            audioUrl: string;
        };
        VoicePersonaCompleteDto: {
            /**
             * Format: uuid
             * @description The task of init that reads `awaiting`.
             */
            taskId: string;
            /**
             * Format: uri
             * @description A public URL of the recorded phrase, WAV or MP3.
             */
            verification_audio_url: string;
            /** @description The name of the voice persona. Its greatest length is not documented. */
            name: string;
            /** @description A description of the voice persona. Its greatest length is not documented. */
            description?: string;
            /** @description Whether the voice persona is public. False when absent. */
            is_public?: boolean;
            /** @description An image in base64. The service makes one when it is absent. */
            image_s3_id?: string;
        };
        VoicePersonaCreateDto: {
            /** @description The id of the extracted voice, as the init task gave it. */
            vox_audio_id: string;
            /** @description The id of the recording, as the init task gave it. */
            voice_recording_id: string;
            /** @description The id of the phrase to read, as the init task gave it. */
            phrase_id: string;
            /** @description A public URL of the recorded phrase, WAV or MP3. */
            verification_audio_url: string;
            /** @description Where the voice begins in the recording, in seconds, as the init task gave it. */
            vocal_start_s: number;
            /** @description Where the voice ends in the recording, in seconds, as the init task gave it. */
            vocal_end_s: number;
            /** @description The name of the voice persona. Its greatest length is not documented. */
            name: string;
            /** @description A description of the voice persona. Its greatest length is not documented. */
            description?: string;
            /** @description Whether the voice persona is public. False when absent. */
            is_public?: boolean;
            /** @description An image in base64. The service makes one when it is absent. */
            image_s3_id?: string;
        };
        VoicePersonaInitDto: {
            /**
             * Format: uri
             * @description A public URL of a recording of the voice. Limits of size and length are not documented.
             */
            voice_audio_url: string;
            /**
             * @description The language, as a two-letter code.
             * @enum {string}
             */
            language: "zh" | "en" | "ja" | "ko" | "es" | "fr" | "de" | "pt" | "ru" | "hi";
            /** @description Where the voice begins in the recording, in seconds. 0 when absent. */
            vocal_start_s?: number;
            /** @description Where the voice ends in the recording, in seconds. The service finds it when it is absent. */
            vocal_end_s?: number;
        };
        VoxStemDto: {
            /** @description The id of the extracted voice. It goes into `vox_audio_id` of a persona. */
            id: string;
            /** @description The state of the extraction. Its values are not documented. */
            status?: string;
            /** @description The id of the clip that the voice comes from. */
            source_clip_id?: string;
            /** @description Where the voice begins in the audio, in seconds. */
            vocal_start_s?: number;
            /** @description Where the voice ends in the audio, in seconds. */
            vocal_end_s?: number;
            /** @description The URL of the extracted voice. How long it works is not documented. */
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
                        /** @description The id of the task. Poll `GET /suno/v2/status` with it. */
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
                /** @description The generate task to describe. When it is absent, all tasks are described. */
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
                /** @description The id of the task. The session id of an upload session or of a custom model is accepted too. */
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
                        /** @description The id of the task. Poll `GET /suno/v2/status` with it. */
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

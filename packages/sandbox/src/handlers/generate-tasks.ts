/** What each generate task needs, as far as it is published. For the tasks not listed only `model` is known to be needed. */
export const requiredFields: Readonly<Record<string, readonly string[]>> = {
  create: ['model'],
  extend: ['clip_id', 'model'],
  upload_extend: ['audio_url', 'model'],
  upload_cover: ['audio_url', 'model'],
  cover: ['clip_id', 'model'],
  use_styles_lyrics: ['clip_id', 'model'],
  replace_section: ['clip_id', 'range', 'infill_context_range', 'continued_aligned_prompt', 'model'],
  add_instrumental: ['clip_id', 'range', 'model'],
};

import { AssemblyAI } from 'assemblyai';

const client = new AssemblyAI({ apiKey: 'k' });
const one = await client.transcripts.submit({ audio: 'https://example.com/1.mp3' });
const two = await client.transcripts.get(one.id);
const three = await client.transcripts.list();
const four = await client.transcripts.paragraphs(one.id);
const five = await client.transcripts.sentences(one.id);
const six = await client.transcripts.subtitles(one.id, 'srt');
const seven = await client.transcripts.wordSearch(one.id, ['rain']);
const eight = await client.transcripts.redactions(one.id);
const nine = await client.transcripts.waitUntilReady(one.id);
const ten = await client.transcripts.delete(one.id);
export const results: unknown[] = [two.status, three.transcripts, four, five, six, seven.matches, eight, nine.text, ten.id];

import { type Context, openClient } from '../context.ts';
import { plain } from '../text/plain.ts';

/** `mountsea-suno credits`. */
export async function credits(context: Context): Promise<void> {
  const client = await openClient(context);
  const answer = await client.usage.credits({ signal: context.signal });
  context.output.result({ credits: answer.credits }, [plain(answer.credits, 40)]);
}

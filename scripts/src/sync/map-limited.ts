/** Maps with so many at a time, results in the order of the input. The first failure ends it. */
export async function mapLimited<In, Out>(items: readonly In[], limit: number, map: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await map(items[index] as In);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

/** The URLs of different files, with a query that no log may show. */
export const songUrls = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `https://songs.example.com/${index}.mp3?signature=abc`);

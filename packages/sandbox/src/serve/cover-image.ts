import { randomFrom } from '../world/seed.ts';

/** A picture for a clip: three discs whose colours and places follow from its id. */
export function coverImage(id: string): string {
  const random = randomFrom(`cover/${id}`);
  const number = (limit: number): number => Math.floor(random() * limit);
  const disc = (): string =>
    `<circle cx="${number(400)}" cy="${number(400)}" r="${60 + number(140)}" fill="hsl(${number(360)} 70% 55%)" opacity=".7"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="hsl(${number(360)} 40% 18%)"/>${disc()}${disc()}${disc()}</svg>`;
}

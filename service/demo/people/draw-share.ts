import type { SeededRandom } from "../seeded-random.ts";
import type { Shares } from "./population-shares.ts";

/** One value, as often as its share of the whole. @throws on shares of nothing (a bug). */
export function drawShare<T>(random: SeededRandom, shares: Shares<T>): T {
  let left = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  const last = shares.at(-1);
  if (!last) throw new Error("shares of nothing");
  return last[0];
}

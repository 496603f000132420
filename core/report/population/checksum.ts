/** 64 bits over whole words (two mixed sums, after FNV-1a): it tells damage, it keeps no secret. */
export function checksum(words: Uint32Array): readonly [number, number] {
  let [one, other] = [0x811c_9dc5, 0x9747_b28c];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    one = Math.imul(one ^ word, 0x0100_0193);
    one ^= one >>> 15;
    other = Math.imul(other + word, 0x85eb_ca6b);
    other ^= other >>> 13;
  }
  return [one >>> 0, other >>> 0];
}

/**
 * 64 bits over whole words: it tells damage, it keeps no secret. Four sums beside each other, so that no step waits for the one
 * before; each step can be undone, so that a word that is another always comes to another sum.
 */
export function checksum(words: Uint32Array): readonly [number, number] {
  // With their signs, so that all of them are small whole numbers to the compiler.
  const signed = new Int32Array(words.buffer, words.byteOffset, words.length);
  let [one, two, three, four] = [0x811c_9dc5 | 0, 0x9747_b28c | 0, 0x27d4_eb2f, 0x1656_67b1];
  const whole = signed.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    one = Math.imul(one ^ (signed[at] ?? 0), 0x85eb_ca6b);
    two = Math.imul(two ^ (signed[at + 1] ?? 0), 0xc2b2_ae35);
    three = Math.imul(three ^ (signed[at + 2] ?? 0), 0x9e37_79b1);
    four = Math.imul(four ^ (signed[at + 3] ?? 0), 0x27d4_eb2f);
    one ^= one >>> 15;
    two ^= two >>> 13;
    three ^= three >>> 16;
    four ^= four >>> 14;
  }
  for (let at = whole; at < signed.length; at += 1) one = Math.imul(one ^ (signed[at] ?? 0), 0x85eb_ca6b) + at;
  return [(one ^ turned(two)) >>> 0, (three ^ turned(four)) >>> 0];
}

function turned(word: number): number {
  return (word << 16) | (word >>> 16);
}

/** That of version 1: two sums after FNV-1a, one word after the other. */
export function checksumOfVersion1(words: Uint32Array): readonly [number, number] {
  // With their signs, so that all of them are small whole numbers to the compiler.
  const signed = new Int32Array(words.buffer, words.byteOffset, words.length);
  let one = 0x811c_9dc5 | 0;
  let other = 0x9747_b28c | 0;
  for (let at = 0; at < signed.length; at += 1) {
    const word = signed[at] ?? 0;
    one = Math.imul(one ^ word, 0x0100_0193);
    one ^= one >>> 15;
    other = Math.imul(other + word, 0x85eb_ca6b);
    other ^= other >>> 13;
  }
  return [one >>> 0, other >>> 0];
}

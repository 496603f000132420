/** 64 bits over whole words (two mixed sums, after FNV-1a): it tells damage, it keeps no secret. */
export function checksum(words: Uint32Array): readonly [number, number] {
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

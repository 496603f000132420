/** One bit per record of a population, 32 to a word; bits behind the last record are always 0, however many there is room for. */
export type BitSet = Uint32Array<ArrayBuffer>;

export function wordsFor(size: number): number {
  return (size + 31) >>> 5;
}

export function noBits(size: number): BitSet {
  return new Uint32Array(wordsFor(size));
}

/** @param capacity of records that there is room for */
export function allBits(size: number, capacity = size): BitSet {
  return clearTail(new Uint32Array(wordsFor(capacity)).fill(0xffff_ffff), size);
}

export function hasBit(set: BitSet, index: number): boolean {
  return (((set[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

export function setBit(set: BitSet, index: number, on: boolean): void {
  const bit = 1 << (index & 31);
  const word = set[index >>> 5] ?? 0;
  set[index >>> 5] = on ? word | bit : word & ~bit;
}

export function bothBits(one: BitSet, other: BitSet): BitSet {
  const result = new Uint32Array(one.length);
  for (let at = 0; at < one.length; at += 1) result[at] = (one[at] ?? 0) & (other[at] ?? 0);
  return result;
}

export function eitherBits(one: BitSet, other: BitSet): BitSet {
  const result = new Uint32Array(one.length);
  for (let at = 0; at < one.length; at += 1) result[at] = (one[at] ?? 0) | (other[at] ?? 0);
  return result;
}

/** Writes what both have into the first. */
export function keepBoth(one: BitSet, other: BitSet): void {
  for (let at = 0; at < one.length; at += 1) one[at] = (one[at] ?? 0) & (other[at] ?? 0);
}

/** Writes what either has into the first. */
export function addBits(one: BitSet, other: BitSet): void {
  for (let at = 0; at < one.length; at += 1) one[at] = (one[at] ?? 0) | (other[at] ?? 0);
}

export function otherBits(set: BitSet, size: number): BitSet {
  const result = new Uint32Array(set.length);
  for (let at = 0; at < set.length; at += 1) result[at] = ~(set[at] ?? 0);
  return clearTail(result, size);
}

/** Places of the bits that are set, ascending. */
export function bitPlaces(set: BitSet): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < set.length; at += 1) {
    let word = set[at] ?? 0;
    while (word !== 0) {
      places.push(at * 32 + (31 - Math.clz32(word & -word)));
      word &= word - 1;
    }
  }
  return places;
}

/** Bits of a word by adding neighbours: pairs, fours, eights. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Sets all bits behind the last record to 0. */
export function clearTail(set: BitSet, size: number): BitSet {
  const used = size & 31;
  const last = size >>> 5;
  if (last < set.length) set[last] = (set[last] ?? 0) & ((1 << used) - 1);
  return set.fill(0, last + 1);
}

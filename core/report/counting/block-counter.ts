import type { BitSet } from "../population/columns/bit-set.ts";
import {
  BLOCK_WORDS,
  STEP_WORDS,
  type BlockKernel,
  type KernelMaker,
  type KernelTask,
} from "../kernel/block-kernel.ts";
import { plainBlockKernel } from "../kernel/plain-block-kernel.ts";
import { wasmBlockKernel } from "../kernel/wasm-block-kernel.ts";
import type { PopulationPlan } from "./counting-plan.ts";

const kernelOfHost: KernelMaker = (words) => wasmBlockKernel(words) ?? plainBlockKernel(words);

/**
 * Counts all pairs of a plan in one pass over the bits: a block of every set is copied beside the others, joined and counted there.
 * Where the scope is small only the words that it has bits in are copied, so that a branch costs what a branch has.
 */
export class BlockCounter {
  readonly #conditions: readonly number[];
  readonly #makeKernel: KernelMaker;
  readonly #task: KernelTask;
  /** The task as it stands in a kernel's memory: joins, pairs, and 0 for each number. */
  readonly #written: Uint32Array;

  constructor({ conditions, joins, pairs }: PopulationPlan, makeKernel: KernelMaker = kernelOfHost) {
    const joinsAt = blockAt(1 + conditions.length + joins.length);
    const pairsAt = joinsAt + joins.length * 3;
    const countsAt = pairsAt + pairs.length * 2;
    this.#conditions = conditions;
    this.#makeKernel = makeKernel;
    this.#task = { joinsAt, joins: joins.length, pairsAt, pairs: pairs.length, countsAt };
    const places = [
      ...joins.flatMap(({ one, other }, index) => [1 + conditions.length + index, one, other]),
      ...pairs.flatMap(({ one, other }) => [one, other]),
    ];
    this.#written = new Uint32Array(places.length + pairs.length);
    this.#written.set(places.map(blockAt));
  }

  /** @returns a number for each pair of the plan */
  count(scope: BitSet, bitsOf: (condition: number) => BitSet): Uint32Array {
    const sets = [scope, ...this.#conditions.map(bitsOf)];
    const { joinsAt, countsAt, pairs } = this.#task;
    const kernel = this.#makeKernel(countsAt + pairs);
    kernel.memory.set(this.#written, joinsAt);
    const used = wordsUsed(scope);
    if (used.length * SPARSE < scope.length) this.#countAt(kernel, used, sets);
    else this.#countAll(kernel, sets);
    return kernel.memory.slice(countsAt, countsAt + pairs);
  }

  #countAll(kernel: BlockKernel, sets: readonly BitSet[]): void {
    const words = sets[0]?.length ?? 0;
    for (let from = 0; from < words; from += BLOCK_WORDS) {
      const to = Math.min(from + BLOCK_WORDS, words);
      for (let place = 0; place < sets.length; place += 1) {
        const block = sets[place]?.subarray(from, to);
        if (block) kernel.memory.set(block, blockAt(place));
      }
      this.#run(kernel, to - from);
    }
  }

  #countAt(kernel: BlockKernel, used: readonly number[], sets: readonly BitSet[]): void {
    const { memory } = kernel;
    for (let from = 0; from < used.length; from += BLOCK_WORDS) {
      const words = used.slice(from, from + BLOCK_WORDS);
      for (let place = 0; place < sets.length; place += 1) {
        const set = sets[place];
        const at = blockAt(place);
        for (let word = 0; word < words.length; word += 1) memory[at + word] = set?.[words[word] ?? 0] ?? 0;
      }
      this.#run(kernel, words.length);
    }
  }

  #run(kernel: BlockKernel, words: number): void {
    const whole = Math.ceil(words / STEP_WORDS) * STEP_WORDS;
    kernel.memory.fill(0, words, whole);
    kernel.run(this.#task, whole);
  }
}

/** From here on copying word by word is no slower than copying all. */
const SPARSE = 8;

function blockAt(place: number): number {
  return place * BLOCK_WORDS;
}

function wordsUsed(scope: BitSet): readonly number[] {
  const used: number[] = [];
  for (let word = 0; word < scope.length; word += 1) if (scope[word] !== 0) used.push(word);
  return used;
}

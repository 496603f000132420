import { bitsIn } from "../population/columns/bit-set.ts";
import type { BlockKernel, KernelTask } from "./block-kernel.ts";

/** Where there is no WebAssembly; ten times slower, the same numbers. */
export function plainBlockKernel(words: number): BlockKernel {
  const memory = new Uint32Array(words);
  return {
    memory,
    run(task, length) {
      join(memory, task, length);
      count(memory, task, length);
    },
  };
}

function join(memory: Uint32Array, { joinsAt, joins }: KernelTask, words: number): void {
  for (let at = joinsAt; at < joinsAt + joins * 3; at += 3) {
    const [result, one, other] = [memory[at] ?? 0, memory[at + 1] ?? 0, memory[at + 2] ?? 0];
    for (let word = 0; word < words; word += 1)
      memory[result + word] = (memory[one + word] ?? 0) & (memory[other + word] ?? 0);
  }
}

function count(memory: Uint32Array, { pairsAt, pairs, countsAt }: KernelTask, words: number): void {
  for (let pair = 0; pair < pairs; pair += 1) {
    const one = memory[pairsAt + pair * 2] ?? 0;
    const other = memory[pairsAt + pair * 2 + 1] ?? 0;
    let common = 0;
    for (let word = 0; word < words; word += 1)
      common += bitsIn((memory[one + word] ?? 0) & (memory[other + word] ?? 0));
    memory[countsAt + pair] = (memory[countsAt + pair] ?? 0) + common;
  }
}

/** 4 kB of each set at a time: the sets of a table stay in the processor's cache while its cells are counted. */
export const BLOCK_WORDS = 1024;

/** Words come in steps of so many; what a block does not fill is 0 in the scope, and so in all that is counted. */
export const STEP_WORDS = 16;

/** Where things are in a kernel's memory, in words from its begin. */
export interface KernelTask {
  /** Of `joins` times three places of blocks: the result, the one and the other. */
  readonly joinsAt: number;
  readonly joins: number;
  /** Of `pairs` times two places of blocks. */
  readonly pairsAt: number;
  readonly pairs: number;
  /** A number for each pair, to which it is added. */
  readonly countsAt: number;
}

/** The inner loop of all tables: joins blocks of bit sets, and counts what two of them have in common. */
export interface BlockKernel {
  readonly memory: Uint32Array<ArrayBuffer>;
  /** @param words of each block, a multiple of STEP_WORDS */
  run(task: KernelTask, words: number): void;
}

/** Made for one task and read before anything else runs: memory may be shared. @param words of memory that it needs */
export type KernelMaker = (words: number) => BlockKernel;

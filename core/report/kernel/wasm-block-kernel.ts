import { STEP_WORDS, type BlockKernel, type KernelTask } from "./block-kernel.ts";
import * as wasm from "./wasm-assembly.ts";
import { wasmInstance } from "./wasm-instance.ts";

/**
 * The kernel in WebAssembly, without its SIMD part: on the processors measured, counting the bits of 64 at once (i64.popcnt, one
 * instruction there) took two thirds of the time of i8x16.popcnt, which they do not have. @returns null where there is none
 */
export function wasmBlockKernel(words: number): BlockKernel | null {
  const instance = wasmInstance(moduleBytes, words * WORD);
  if (!instance) return null;
  const { join, count } = instance.exports;
  return {
    memory: new Uint32Array(instance.buffer),
    run({ joinsAt, joins, pairsAt, pairs, countsAt }: KernelTask, length) {
      const bytes = length * WORD;
      if (joins > 0) join?.(joinsAt * WORD, (joinsAt + joins * 3) * WORD, bytes, 0);
      if (pairs > 0) count?.(pairsAt * WORD, (pairsAt + pairs * 2) * WORD, bytes, countsAt * WORD);
    },
  };
}

const moduleBytes = (): Uint8Array<ArrayBuffer> => wasm.assembleModule([joinBlocks(), countPairs()]);
const WORD = 4;

/** Parameters of both functions: their list from `at` to `end`, bytes of a block, the counts. */
const [AT, END, BYTES, COUNTS] = [0, 1, 2, 3] as const;
/** Locals of both: two blocks, where the first one ends, the third block; the bits so far. */
const [ONE, OTHER, ONE_END, RESULT, BITS] = [4, 5, 6, 7, 8] as const;
const LOCALS = { i32: 4, i64: 1 } as const;
const EIGHT = 8;
const OFFSETS = Array.from({ length: (STEP_WORDS * WORD) / EIGHT }, (_, index) => index * EIGHT);

/** `for (; at < end; at += 12) for each word: *at[0] = *at[1] & *at[2]` */
function joinBlocks(): wasm.WasmFunction {
  const step = OFFSETS.flatMap((offset) => [...wasm.get(RESULT), ...both(offset), ...wasm.i64Store(offset)]);
  const body = wasm.loop(
    [
      ...[...block(0), ...wasm.set(RESULT)],
      ...[...block(WORD), ...wasm.set(ONE), ...block(2 * WORD), ...wasm.set(OTHER), ...oneEnd()],
      ...wasm.loop([...step, ...forward(RESULT), ...forward(OTHER), ...forward(ONE)], isBefore(ONE, ONE_END)),
      ...[...wasm.get(AT), ...wasm.i32(3 * WORD), ...wasm.I32_ADD, ...wasm.set(AT)],
    ],
    isBefore(AT, END),
  );
  return { name: "join", params: 4, locals: LOCALS, body };
}

/** `for (; at < end; at += 8, counts += 4) for each word: *counts += bits of (*at[0] & *at[1])` */
function countPairs(): wasm.WasmFunction {
  const step = OFFSETS.flatMap((offset) => [
    ...[...wasm.get(BITS), ...both(offset)],
    ...[...wasm.I64_COUNT_BITS, ...wasm.I64_ADD, ...wasm.set(BITS)],
  ]);
  const body = wasm.loop(
    [
      ...[...block(0), ...wasm.set(ONE), ...block(WORD), ...wasm.set(OTHER), ...oneEnd()],
      ...[...wasm.i64(0n), ...wasm.set(BITS)],
      ...wasm.loop([...step, ...forward(OTHER), ...forward(ONE)], isBefore(ONE, ONE_END)),
      ...[...wasm.get(COUNTS), ...wasm.get(COUNTS), ...wasm.i32Load()],
      ...[...wasm.get(BITS), ...wasm.I32_FROM_I64, ...wasm.I32_ADD, ...wasm.i32Store()],
      ...[...wasm.get(COUNTS), ...wasm.i32(WORD), ...wasm.I32_ADD, ...wasm.set(COUNTS)],
      ...[...wasm.get(AT), ...wasm.i32(2 * WORD), ...wasm.I32_ADD, ...wasm.set(AT)],
    ],
    isBefore(AT, END),
  );
  return { name: "count", params: 4, locals: LOCALS, body };
}

/** The address of the block that the list names, which tells it in words. */
function block(offset: number): wasm.Code {
  return [...wasm.get(AT), ...wasm.i32Load(offset), ...wasm.i32(2), ...wasm.I32_SHL];
}

function both(offset: number): wasm.Code {
  return [...wasm.get(ONE), ...wasm.i64Load(offset), ...wasm.get(OTHER), ...wasm.i64Load(offset), ...wasm.I64_AND];
}

function oneEnd(): wasm.Code {
  return [...wasm.get(ONE), ...wasm.get(BYTES), ...wasm.I32_ADD, ...wasm.set(ONE_END)];
}

function forward(local: number): wasm.Code {
  return [...wasm.get(local), ...wasm.i32(STEP_WORDS * WORD), ...wasm.I32_ADD, ...wasm.set(local)];
}

function isBefore(one: number, other: number): wasm.Code {
  return [...wasm.get(one), ...wasm.get(other), ...wasm.I32_LESS];
}

import { clearTail } from "../population/columns/bit-set.ts";
import { TESTS_AT_ONCE, type AnswerKernel, type AnswerTask } from "./answer-kernel.ts";
import * as wasm from "./wasm-assembly.ts";
import { wasmInstance, type WasmInstance } from "./wasm-instance.ts";

/**
 * Eight rows by eight tests at a time: the answers of eight rows, a byte each, are one number of 64 bits; turned over its diagonal
 * its bytes are eight bits of each test. A sixth of the time of one test after the other.
 * @param texts most distinct texts of a column
 * @returns null where there is no WebAssembly
 */
export function wasmAnswerKernel(texts: number): AnswerKernel | null {
  const instance = wasmInstance(moduleBytes, ANSWERS_AT + texts);
  return instance && ((task) => runTask(instance, task));
}

/** Rows of a block; what a block has of a column and of its results stays in the processor's cache. */
const ROWS = 16_384;
const RESULT_BYTES = ROWS / 8;
const CODES_AT = TESTS_AT_ONCE * RESULT_BYTES;
const ANSWERS_AT = CODES_AT + ROWS * 4;
const STEPS = { 1: "answer1", 2: "answer2", 4: "answer4" } as const;

function runTask({ buffer, exports }: WasmInstance, { codes, answers, sets }: AnswerTask): void {
  const memory = new Uint8Array(buffer);
  memory.set(answers, ANSWERS_AT);
  const step = exports[STEPS[codes.BYTES_PER_ELEMENT as keyof typeof STEPS]];
  const results = sets.map((_, test) => new Uint32Array(buffer, test * RESULT_BYTES, RESULT_BYTES / 4));
  for (let from = 0; from < codes.length; from += ROWS) {
    const block = codes.subarray(from, from + ROWS);
    memory.set(new Uint8Array(block.buffer, block.byteOffset, block.byteLength), CODES_AT);
    const end = CODES_AT + Math.ceil(block.length / 8) * 8 * block.BYTES_PER_ELEMENT;
    // What others left behind is no code.
    memory.fill(0, CODES_AT + block.byteLength, end);
    step?.(CODES_AT, end, ANSWERS_AT, 0);
    const words = Math.ceil(block.length / 32);
    sets.forEach((set, test) => {
      const result = results[test];
      if (result) set.set(result.subarray(0, words), from / 32);
    });
  }
  for (const set of sets) clearTail(set, codes.length);
}

const moduleBytes = (): Uint8Array<ArrayBuffer> =>
  wasm.assembleModule([
    answerRows("answer1", 1, wasm.i32Load8),
    answerRows("answer2", 2, wasm.i32Load16),
    answerRows("answer4", 4, wasm.i32Load),
  ]);

const [AT, END, ANSWERS, RESULTS, BITS, SWAPPED] = [0, 1, 2, 3, 4, 5] as const;
const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7];

/** `for (; at < end; at += 8 rows, results += 1)` */
function answerRows(name: string, width: number, load: (offset: number) => wasm.Code): wasm.WasmFunction {
  const rows = EIGHT.flatMap((row) => [
    ...[...wasm.get(AT), ...load(row * width), ...wasm.get(ANSWERS), ...wasm.I32_ADD, ...wasm.i64Load8()],
    ...(row === 0 ? [] : [...wasm.i64(BigInt(row * 8)), ...wasm.I64_SHL, ...wasm.I64_OR]),
  ]);
  const stores = EIGHT.flatMap((test) => [
    ...[...wasm.get(RESULTS), ...wasm.get(BITS), ...wasm.i64(BigInt(test * 8)), ...wasm.I64_SHR],
    ...wasm.i64Store8(test * RESULT_BYTES),
  ]);
  const body = wasm.loop(
    [
      ...[...rows, ...wasm.set(BITS), ...turned(), ...stores],
      ...[...wasm.get(RESULTS), ...wasm.i32(1), ...wasm.I32_ADD, ...wasm.set(RESULTS)],
      ...[...wasm.get(AT), ...wasm.i32(8 * width), ...wasm.I32_ADD, ...wasm.set(AT)],
    ],
    [...wasm.get(AT), ...wasm.get(END), ...wasm.I32_LESS],
  );
  return { name, params: 4, locals: { i32: 0, i64: 2 }, body };
}

/** Turns 8 by 8 bits over their diagonal, by swapping squares of 1, 2 and 4 (Warren, Hacker's Delight, 7-3). */
function turned(): wasm.Code {
  return SQUARES.flatMap(({ by, mask }) => [
    ...[...wasm.get(BITS), ...wasm.get(BITS), ...wasm.i64(by), ...wasm.I64_SHR, ...wasm.I64_XOR],
    ...[...wasm.i64(mask), ...wasm.I64_AND, ...wasm.tee(SWAPPED)],
    ...[...wasm.get(SWAPPED), ...wasm.i64(by), ...wasm.I64_SHL, ...wasm.I64_XOR],
    ...[...wasm.get(BITS), ...wasm.I64_XOR, ...wasm.set(BITS)],
  ]);
}

const SQUARES = [
  { by: 7n, mask: 0x00aa00aa00aa00aan },
  { by: 14n, mask: 0x0000cccc0000ccccn },
  { by: 28n, mask: 0x00000000f0f0f0f0n },
] as const;

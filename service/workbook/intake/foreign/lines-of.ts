const LINE_END = 0x0a;

/** Lines of a stream as they come, no faster than they are taken. */
export async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string, undefined> {
  let pieces: Buffer[] = [];
  for await (const chunk of stream) {
    let rest = chunk as Buffer;
    for (let at = rest.indexOf(LINE_END); at >= 0; at = rest.indexOf(LINE_END)) {
      yield Buffer.concat([...pieces, rest.subarray(0, at)]).toString("utf8");
      pieces = [];
      rest = rest.subarray(at + 1);
    }
    if (rest.length > 0) pieces.push(rest);
  }
  return undefined;
}

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { RequestHandler, Response } from "express";
import { acceptsEncoding } from "./accepts-encoding.ts";

/**
 * What Excel's panes load of Microsoft's library, unmodified (docs/decisions/0031). Its licence allows it in Microsoft
 * 365 products only: the pages of WPS and the workbench never ask for it.
 */
export const OFFICE_JS_FILES: readonly string[] = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs_agave.js",
];

/** @param folder the package's dist; what is in the list above is served, nothing else of it. */
export function officeJsFrom(folder: string): RequestHandler {
  const files = new Map(OFFICE_JS_FILES.map((name) => [`/${name}`, new LibraryFile(join(folder, name))]));
  return async (request, response, next) => {
    const file = files.get(request.path);
    if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) next();
    else if (!existsSync(file.path)) response.status(503).type("text").send(MISSING);
    else await sendFile(file, response);
  };
}

const MISSING = [
  "office.js 没有安装：请在程序目录运行 npm ci，然后重新打开窗格。",
  "office.js is not installed: run npm ci in the program's folder, then open the pane again.\n",
].join("\n");

type Encoding = "br" | "gzip";

const COMPRESS = {
  br: async (bytes: Buffer) =>
    await promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: async (bytes: Buffer) => await promisify(gzip)(bytes, { level: 9 }),
} as const;

/** Read and compressed when it is first asked for, and kept: under 8 MB for all of them. */
class LibraryFile {
  readonly path: string;
  #plain: Promise<Plain> | undefined;
  readonly #packed = new Map<Encoding, Promise<Buffer>>();

  constructor(path: string) {
    this.path = path;
  }

  async plain(): Promise<Plain> {
    return await (this.#plain ??= readPlain(this.path));
  }

  async packed(encoding: Encoding): Promise<Buffer> {
    const known = this.#packed.get(encoding);
    if (known) return await known;
    const making = this.plain().then(async ({ bytes }) => await COMPRESS[encoding](bytes));
    this.#packed.set(encoding, making);
    return await making;
  }
}

interface Plain {
  readonly bytes: Buffer;
  readonly hash: string;
}

async function readPlain(path: string): Promise<Plain> {
  const bytes = await readFile(path);
  return { bytes, hash: createHash("sha256").update(bytes).digest("base64url").slice(0, 22) };
}

async function sendFile(file: LibraryFile, response: Response): Promise<void> {
  const { req: request } = response;
  const accepted = request.headers["accept-encoding"] ?? "";
  const encoding = (["br", "gzip"] as const).find((name) => acceptsEncoding(accepted, name));
  const { bytes, hash } = await file.plain();
  const tag = `"${hash}${encoding === undefined ? "" : `-${encoding}`}"`;
  // Its name must not change, so a desk asks each time whether it did: office.js and its parts are of one version.
  response.set({ "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache", ETag: tag });
  response.vary("Accept-Encoding");
  if (request.headers["if-none-match"] === tag) {
    response.status(304).end();
    return;
  }
  const body = encoding === undefined ? bytes : await file.packed(encoding);
  if (encoding) response.set("Content-Encoding", encoding);
  response.set("Content-Length", String(body.length)).end(request.method === "HEAD" ? undefined : body);
}

import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import type { RequestHandler, Response } from "express";
import { acceptsEncoding } from "./accepts-encoding.ts";

/**
 * The built pages, and beside them what is served as it stands: pictures, the ribbon of WPS. The folders are read once:
 * only what lay there at start is ever served, so no path can lead outside, and the bundler's .br and .gz files are sent
 * instead of compressing while somebody waits.
 *
 * @param built wins over `asItStands` where both have a name
 */
export function pagesOf(built: string, asItStands: string): RequestHandler {
  const pages = new Map([...readPages(asItStands), ...readPages(built)]);
  const isBuilt = existsSync(built);
  return async (request, response) => {
    const page = pages.get(pageAt(request.path));
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.status(405).set("Allow", "GET, HEAD").end();
    } else if (page) {
      await sendPage(page, {
        response,
        accepted: request.headers["accept-encoding"] ?? "",
        known: request.headers["if-none-match"],
      });
    } else if (request.path === "/" && !isBuilt) {
      response.status(503).type("html").send(NOT_BUILT);
    } else {
      response.status(404).type("text").send("Not found\n");
    }
  };
}

/** WPS opens its add-in by the folder. */
function pageAt(path: string): string {
  if (path === "/") return "/workbench.html";
  return path === "/wps/" ? "/wps/index.html" : path;
}

interface Page {
  readonly path: string;
  readonly type: string;
  /** Its name holds the hash of its content: it never changes. */
  readonly isHashed: boolean;
  readonly tag: string;
  readonly encodings: readonly ("br" | "gzip")[];
}

/** Excel on the web shows our pictures in its own ribbon, which is another origin's page. */
const FOR_ANY_PAGE = /\.png$/;

const SUFFIX = { br: ".br", gzip: ".gz" } as const;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

function readPages(folder: string): ReadonlyMap<string, Page> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.map((path) => [`/${relative(folder, path).split(sep).join("/")}`, readPage(path)]));
}

function readPage(path: string): Page {
  const { size, mtimeMs } = statSync(path);
  return {
    path,
    type: TYPES[extname(path)] ?? "application/octet-stream",
    isHashed: /\.[0-9a-f]{8,}\.[a-z0-9]+$/.test(path),
    tag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
    encodings: (["br", "gzip"] as const).filter((name) => existsSync(path + SUFFIX[name])),
  };
}

interface Asked {
  readonly response: Response;
  readonly accepted: string;
  readonly known: string | undefined;
}

async function sendPage(page: Page, { response, accepted, known }: Asked): Promise<void> {
  const encoding = page.encodings.find((name) => acceptsEncoding(accepted, name));
  const tag = encoding ? page.tag.replace(/"$/, `-${encoding}"`) : page.tag;
  response.set({
    "Content-Type": page.type,
    "Cache-Control": page.isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: tag,
  });
  if (FOR_ANY_PAGE.test(page.path)) response.set("Cross-Origin-Resource-Policy", "cross-origin");
  response.vary("Accept-Encoding");
  if (known === tag) {
    response.status(304).end();
    return;
  }
  const file = encoding ? page.path + SUFFIX[encoding] : page.path;
  if (encoding) response.set("Content-Encoding", encoding);
  response.set("Content-Length", String(statSync(file).size));
  if (response.req.method === "HEAD") response.end();
  else await pipeline(createReadStream(file), response);
}

const NOT_BUILT = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>台账</title>
<p>工作台页面尚未生成：请在程序目录运行 npm run build，然后重新启动服务。</p>
<p lang="en">The workbench is not built yet: run npm run build in the program's folder, then start the service again.</p>
</html>
`;

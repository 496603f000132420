import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import webpack from "webpack";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";

export interface BundledPage {
  readonly url: string;
  close(): Promise<void>;
}

const root = dirname(dirname(import.meta.dirname));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Bundles one entry of test/browser/harness as the workbench is bundled, and serves it from a folder of its own. */
export async function bundlePage(entry: string): Promise<BundledPage> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-page-"));
  const output = { path: folder, publicPath: "auto", filename: "[name].js", chunkFilename: "[id].js" };
  await bundle(entry, {
    output,
    plugins: [new MiniCssExtractPlugin(), new HtmlWebpackPlugin({ filename: "index.html" })],
  });
  return await serveFolder(folder);
}

/** Bundles one entry of test/browser/harness into one script. */
export async function bundleScript(entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-script-"));
  try {
    const output = { path: folder, filename: "[name].js" };
    await bundle(entry, { output, plugins: [], optimization: { minimize: false, splitChunks: false } });
    return await readFile(join(folder, "page.js"), "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundle(entry: string, change: webpack.Configuration): Promise<void> {
  const { default: configuration } = (await import(pathToFileURL(join(root, "webpack.config.js")).href)) as {
    readonly default: webpack.Configuration;
  };
  const own = { entry: { page: join(import.meta.dirname, "harness", entry) }, ...change };
  const compiler = webpack({ ...configuration, ...own });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (stats?.hasErrors() !== false) throw new Error(stats?.toString("errors-only") ?? "the page was not bundled");
}

async function serveFolder(folder: string): Promise<BundledPage> {
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
    const path = join(folder, name);
    stat(path).then(
      () => {
        response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream");
        createReadStream(path).pipe(response);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the page has no address");
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

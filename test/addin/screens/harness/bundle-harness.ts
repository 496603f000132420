import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { EsbuildPlugin } from "esbuild-loader";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import webpack, { type Configuration } from "webpack";

/** Bundles the harness as webpack.config.js bundles addin. The caller removes the folder. */
export async function bundleHarness(): Promise<{ readonly folder: string; readonly url: string }> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-screens-"));
  await run(configuration(folder));
  await writeFile(join(folder, "index.html"), PAGE);
  return { folder, url: pathToFileURL(join(folder, "index.html")).href };
}

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>screens</title>
    <link rel="stylesheet" href="harness.css" />
  </head>
  <body style="margin: 0"><div id="place"></div><script src="harness.js"></script></body>
</html>`;

function configuration(path: string): Configuration {
  return {
    mode: "production",
    target: "web",
    devtool: false,
    entry: { harness: join(import.meta.dirname, "index.tsx") },
    output: { path, filename: "[name].js" },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      ],
    },
    optimization: { minimizer: [new EsbuildPlugin({ target: "es2022" })] },
    plugins: [new MiniCssExtractPlugin({ filename: "[name].css" })],
    performance: { hints: false },
  };
}

async function run(config: Configuration): Promise<void> {
  const compiler = webpack(config);
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close((closing) => {
        if (error ?? closing) reject(error ?? closing ?? new Error("webpack failed"));
        else if (stats?.hasErrors() === true) reject(new Error(stats.toString("errors-only")));
        else resolve();
      });
    });
  });
}

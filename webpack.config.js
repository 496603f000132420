// Bundles addin/ for the browser, everything else runs as it stands: the workbench, and the task pane for Excel and for WPS.
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";

const root = import.meta.dirname;
/** What the oldest supported desks show pages with: Excel LTSC 2021 and WPS 12 on Windows and Linux, Excel on a Mac. */
const target = ["chrome100", "safari15"];

/** Writes file.br and file.gz beside each text asset, so that the service never compresses while someone waits. */
class PrecompressPlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise("PrecompressPlugin", async (compilation) => {
      const ofPane = filesOfPane(compilation);
      const names = Object.keys(compilation.assets).filter((name) => /\.(?:js|css|html|svg|json)$/.test(name));
      const workers = Array.from({ length: availableParallelism() }, async () => {
        for (let name = names.pop(); name !== undefined; name = names.pop())
          await precompress(join(compilation.outputOptions.path, name), ofPane.has(name));
      });
      await Promise.all(workers);
    });
  }
}

/** Everything that a desk program's page may load. */
function filesOfPane({ entrypoints }) {
  const groups = new Set([...entrypoints].flatMap(([name, group]) => (name === "workbench" ? [] : [group])));
  for (const group of groups) for (const child of group.childrenIterable) groups.add(child);
  return new Set([...groups].flatMap((group) => group.getFiles()));
}

/** The pane is small and loaded with every workbook: as small as can be. The grid is large: 9 takes a tenth of the time of 11, 5 a third of 9. */
async function precompress(path, isOfPane) {
  const bytes = await readFile(path);
  const quality = isOfPane ? 11 : bytes.length > 1_000_000 ? 5 : 9;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await Promise.all([
    promisify(brotliCompress)(bytes, { params }).then((small) => writeFile(`${path}.br`, small)),
    promisify(gzip)(bytes, { level: 6 }).then((small) => writeFile(`${path}.gz`, small)),
  ]);
}

/** Ships what must run in any browser as it stands, unbundled and under its own name. */
class AsItStandsPlugin {
  constructor(from, name) {
    this.from = join(root, from);
    this.name = name;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap("AsItStandsPlugin", (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: "AsItStandsPlugin", stage }, async () => {
        compilation.fileDependencies.add(this.from);
        compilation.emitAsset(this.name, new sources.RawSource(await readFile(this.from)));
      });
    });
  }
}

function page(filename, template, options) {
  return new HtmlWebpackPlugin({ filename, template, minify: false, ...options });
}

/** As webpack shares by itself, within one family of entries. */
function sharedWithin(family, isOfFamily) {
  const chunks = ({ runtime }) => [...(typeof runtime === "string" ? [runtime] : runtime)].every(isOfFamily);
  return {
    [`${family}-packages`]: { chunks, test: /[\\/]node_modules[\\/]/, priority: -10, reuseExistingChunk: true },
    [`${family}-own`]: { chunks, minChunks: 2, priority: -20, reuseExistingChunk: true },
  };
}

const PANE = "./addin/taskpane/pane.html";

export default {
  mode: "production",
  context: root,
  target: "web",
  devtool: false,
  entry: {
    workbench: "./addin/workbench/index.tsx",
    excel: "./addin/taskpane/excel.tsx",
    wps: "./addin/taskpane/wps.tsx",
    wpsRibbon: "./addin/commands/wps-ribbon.ts",
  },
  output: {
    path: join(root, "dist", "addin"),
    publicPath: "auto",
    filename: "[name].[contenthash:12].js",
    chunkFilename: "[name].[contenthash:12].js",
    assetModuleFilename: "[name].[contenthash:12][ext]",
    clean: true,
  },
  // "#core/*" and "#addin/*" come from "imports" in package.json, which webpack reads as Node does.
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: "esbuild-loader", options: { target, jsx: "automatic" } },
      { test: /@fluentui[\\/].*\.js$/, loader: join(root, "webpack.icons.cjs") },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      { test: /\.(?:svg|png|woff2)$/, type: "asset" },
    ],
  },
  optimization: {
    minimizer: [new EsbuildPlugin({ target, css: true })],
    // What workbench and pane share is bundled once for each: a pane must not carry what only the workbench needs of it.
    splitChunks: {
      cacheGroups: {
        default: false,
        defaultVendors: false,
        ...sharedWithin("pane", (runtime) => runtime !== "workbench"),
        ...sharedWithin("workbench", (runtime) => runtime === "workbench"),
      },
    },
  },
  plugins: [
    new MiniCssExtractPlugin({ filename: "[name].[contenthash:12].css", chunkFilename: "[name].[contenthash:12].css" }),
    page("workbench.html", "./addin/workbench/workbench.html", { chunks: ["workbench"] }),
    page("excel.html", PANE, { chunks: ["excel"], officeJs: true }),
    page("wps.html", PANE, { chunks: ["wps"], officeJs: false }),
    page("wps/index.html", "./addin/commands/wps-ribbon.html", { chunks: ["wpsRibbon"] }),
    new AsItStandsPlugin("addin/taskpane/boot.js", "boot.js"),
    new PrecompressPlugin(),
  ],
  performance: { hints: false },
  stats: "errors-warnings",
};

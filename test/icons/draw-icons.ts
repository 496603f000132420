// Draws addin/assets/icons/NAME.svg as NAME-16.png ... NAME-80.png beside it: `npm run icons` after a drawing changed.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { COMMAND_IDS } from "#addin/commands/commands.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { iconSizes } from "./icon-sizes.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "addin", "assets", "icons");

const drawings = (await readdir(FOLDER)).filter((name) => name.endsWith(".svg")).map((name) => name.slice(0, -4));
const missing = ["taizhang", ...COMMAND_IDS].filter((name) => !drawings.includes(name));
if (missing.length > 0) throw new Error(`no drawing of ${missing.join(", ")}`);

const browser = await launchChromium();
try {
  const page = await browser.newPage();
  for (const name of drawings) {
    const drawing = await readFile(join(FOLDER, `${name}.svg`), "utf8");
    for (const size of iconSizes(name)) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
      await writeFile(join(FOLDER, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}

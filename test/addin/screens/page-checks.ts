import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const axeSource = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Name of the field, or else the label or text of what has the focus. */
export async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute("name") ?? at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });
}

export async function fitsTheWidth(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll("html, .admin-screen")).every((at) => at.scrollWidth <= at.clientWidth),
  );
}

interface AxeWindow {
  readonly axe: {
    readonly run: (context: { readonly exclude: readonly string[] }) => Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly impact: string | null;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    }>;
  };
}

/** What is still fading in has less contrast than what a person will read. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    // A movement that is called off has ended as well.
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/** @param others further parts that are not ours to judge, as selectors. */
export async function seriousFindings(page: Page, others: readonly string[] = []): Promise<readonly string[]> {
  // As the developer tools do it: a content policy forbids a script tag.
  await page.evaluate(axeSource);
  await standsStill(page);
  // Fluent's focus guards take the focus only to pass it on at once; axe cannot know that.
  const exclude = ["[data-tabster-dummy]", ...others];
  const { violations } = await page.evaluate(async (context) => (window as unknown as AxeWindow).axe.run(context), {
    exclude,
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

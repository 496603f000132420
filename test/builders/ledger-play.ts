import { decideItemAction } from "#core/ledger/handling/decide-item-action.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { QuantitativeItem } from "#core/ledger/template/template.ts";
import { anAction, anActor, anItemState } from "./ledger-item-state.ts";
import { anItem } from "./ledger-template.ts";

/**
 * Plays what people do to an item, one line each: "owner attach", "peer A score 6", "leader L reopen".
 * @returns the state after the last line, or its refusal's code; a refusal before the last line is a mistake of the test.
 */
export function play(lines: readonly string[], item: QuantitativeItem = anItem()): ItemState | string {
  let state = anItemState({ key: item.key });
  for (const [index, line] of lines.entries()) {
    const next = decideItemAction({ item, decimals: 2, state, ...parseLine(line) });
    if (next.ok) state = next.value;
    else if (index === lines.length - 1) return next.refusal.code;
    else throw new Error(`"${line}" was refused: ${next.refusal.code}`);
  }
  return state;
}

/** "8 own | A 6 challenged (2 files)": the stack from bottom to top. */
export function show(state: ItemState | string): string {
  if (typeof state === "string") return state;
  const entries = state.entries.map(
    ({ role, personId, score, status }) => `${role === "owner" ? "" : `${personId ?? "?"} `}${score ?? "-"} ${status}`,
  );
  return `${entries.join(" | ") || "nothing"} (${state.evidence})`;
}

export function parseLine(line: string) {
  const words = line.split(" ");
  const who = words[0] === "owner" ? 1 : 2;
  return { actor: anActor(words.slice(0, who).join(" ")), action: anAction(words.slice(who).join(" ")) };
}

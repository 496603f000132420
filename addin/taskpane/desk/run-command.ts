import type { CommandId } from "#addin/commands/commands.ts";
import type { PanePlace } from "#addin/screens/pane-frame/pane-place.ts";
import { isSendable } from "#addin/screens/ledger/change.ts";
import type { DeskSession } from "#addin/session/desk/desk-session.ts";
import type { DeskSessionState } from "#addin/session/desk/desk-session-state.ts";
import type { PaneWords } from "#addin/wording/pane/pane-zh.ts";
import type { CellPlace } from "#core/sheet/reading.ts";

export interface CommandTools {
  readonly session: DeskSession;
  readonly place: PanePlace;
  readonly words: PaneWords;
  /** Where the selected cell stands now, or null where none of ours is. */
  readonly look: () => Promise<CellPlace | null>;
  /** Takes back what was forced in the selected cell of a report before. @returns false: nothing was. */
  readonly unforce: () => Promise<boolean>;
  readonly go: (place: PanePlace) => void;
  readonly say: (text: string) => void;
}

/** Where a button of the ribbon leads that only shows something. */
const PLACE_OF: Readonly<Partial<Record<CommandId, PanePlace>>> = {
  signIn: "home",
  open: "open",
  changes: "changes",
  checks: "findings",
  drillDown: "drill",
  evidence: "evidence",
  history: "cell",
  compare: "compare",
  export: "export",
  help: "help",
};

/** A button of the ribbon or an entry of the cell's menu. Every one leads to its place or does its act, and says so. */
export async function runCommand(id: CommandId, tools: CommandTools): Promise<void> {
  const place = PLACE_OF[id];
  if (place) tools.go(place);
  if (id === "changes" || id === "checks") await tools.session.compare();
  else if (id === "refresh") await refresh(tools);
  else if (id === "send") await send(tools);
  else if (id === "restore") await restore(tools);
  else if (id === "override") {
    tools.go("cell");
    // In a report the card itself has the way.
    if (tools.session.state.identity?.kind !== "report") tools.say(tools.words.card.override);
  }
}

async function refresh({ session, say, words }: CommandTools): Promise<void> {
  if (session.state.identity === null) say(words.shell.nothingOpen);
  else if (await session.refresh()) say(words.book.refreshed);
}

/** Shows what would be sent first (W3); given again where that is shown, it sends. */
async function send({ session, place, go }: CommandTools): Promise<void> {
  await session.compare();
  if (place === "changes") {
    const ready = session.state.changes.filter(isSendable).map(({ key }) => key);
    if (ready.length > 0 && !session.state.stopped) await session.send(new Set(ready));
  }
  go("changes");
}

async function restore({ session, go, look, unforce, say, words }: CommandTools): Promise<void> {
  go("cell");
  await session.compare();
  const place = await look();
  const way = place && wayBack(session.state, place);
  if (!way) {
    say((await unforce()) ? words.card.restored : words.card.nothingToRestore);
    return;
  }
  const isDone = "key" in way ? await session.takeBack(way.key) : await session.restoreFormula(way.place);
  if (isDone) say(words.card.restored);
}

type WayBack = { readonly key: string } | { readonly place: CellPlace };

/** The own change of a cell, or the formula that was typed over. */
export function wayBack({ changes, problems }: DeskSessionState, place: CellPlace): WayBack | undefined {
  const isHere = (other: CellPlace): boolean => other.address === place.address && other.sheet === place.sheet;
  const change = changes.find((candidate) => isHere(candidate.place));
  if (change) return { key: change.key };
  const overtyped = problems.some((problem) => problem.code === "formula-overtyped" && isHere(problem.place));
  return overtyped ? { place } : undefined;
}

import { useEffect, useRef, useState } from "react";
import type { Selection } from "#core/sheet/sheet-host.ts";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import { placeOfReportCell, reportCellAt } from "#addin/session/report/report-cells.ts";
import { reportSubject } from "#addin/session/report/report-subject.ts";
import { useDirectSession } from "#addin/session/desk/use-direct-session.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { useGrid } from "#addin/workbench/use-grid.ts";
import type { ReportDeskProps } from "./report-desk-props.ts";

/** The report in its grid: what is selected, and the ways to a cell. */
export function useReportSheet({ client, language, ask, wanted, turn, onTell }: ReportDeskProps) {
  const follow = useRef<(link: string) => void>(() => undefined);
  const { place, grid } = useGrid(language, {
    onRefused: () => onTell(reportWords[language].desk.locked),
    onLink: (link) => follow.current(link),
  });
  const { session, state } = useDirectSession({ client, subject: reportSubject(ask), grid, language });
  const { book, phase } = state;
  const selection = useSelection(grid);
  const goTo = (address: string, together: readonly string[] = []) => {
    const at = book && placeOfReportCell(book, address);
    if (!grid || !at) return;
    const places = together.flatMap((cell) => placeOfReportCell(book, cell) ?? []);
    const also = places.flatMap((place) => (place.sheet === at.sheet ? [place.address] : []));
    void grid.host.select(at, also).then(() => grid.host.focus());
  };
  follow.current = (link) => {
    if (link.startsWith("#")) grid?.showSheet(link.slice(1));
    else goTo(firstCell(link));
  };
  useEffect(() => {
    if (turn > 0) void session?.refresh();
  }, [turn]);
  const reached = useRef<ReportDeskProps["wanted"]>(null);
  useEffect(() => {
    if (!wanted || phase !== "ready" || reached.current === wanted) return;
    reached.current = wanted;
    goTo(wanted.cell, wanted.together);
  }, [wanted, phase]);
  const key = book?.sheets.find(({ name }) => name === selection?.sheet)?.key;
  const cell = book && selection ? reportCellAt(book, selection) : null;
  return { place, grid, session, state, cell, table: tableOf(key), goTo };
}

function useSelection(grid: OpenGrid | null): Selection | null {
  const [selection, setSelection] = useState<Selection | null>(null);
  useEffect(() => grid?.host.onSelection(setSelection), [grid]);
  return selection;
}

/** "cells:2!C1 2!C2" */
function firstCell(link: string): string {
  return link.slice(link.indexOf(":") + 1).split(" ")[0] ?? "";
}

/** "t2": table 2; the other sheets are no table. */
function tableOf(key: string | undefined): number | null {
  const no = Number(/^t(\d+)$/.exec(key ?? "")?.[1]);
  return no > 0 ? no : null;
}

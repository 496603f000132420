import { CounterBadge } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons/svg/attach";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { HomeRegular } from "@fluentui/react-icons/svg/home";
import { TableCellEditRegular } from "@fluentui/react-icons/svg/table-cell-edit";
import { TextBulletListSquareEditRegular } from "@fluentui/react-icons/svg/text-bullet-list-square-edit";
import type { ReactNode } from "react";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { PaneFrameProps } from "./pane-frame-props.ts";
import { TAB_PLACES } from "./pane-place.ts";

const ICONS: Readonly<Record<(typeof TAB_PLACES)[number], ReactNode>> = {
  home: <HomeRegular />,
  open: <FolderOpenRegular />,
  changes: <TextBulletListSquareEditRegular />,
  findings: <ClipboardTaskListLtrRegular />,
  cell: <TableCellEditRegular />,
  evidence: <AttachRegular />,
};

/** The places of every day, at the lower edge where the thumb and the eye find them at any width. */
export function PaneTabs({
  language,
  place,
  onPlace,
  counts,
}: Pick<PaneFrameProps, "language" | "place" | "onPlace" | "counts">) {
  const words = paneWords(language);
  return (
    <nav className="pane-tabs" aria-label={words.tabs}>
      {TAB_PLACES.map((name) => {
        const count = name === "changes" ? counts.changes : name === "findings" ? counts.findings : 0;
        return (
          <button
            key={name}
            type="button"
            aria-current={place === name ? "page" : undefined}
            onClick={() => onPlace(name)}
          >
            <span className="pane-tab-icon" aria-hidden="true">
              {ICONS[name]}
              {count > 0 && <CounterBadge count={count} size="small" color="danger" />}
            </span>
            <span>
              {words.places[name]}
              {count > 0 && <span className="pane-unseen">{words.count(count)}</span>}
            </span>
          </button>
        );
      })}
    </nav>
  );
}

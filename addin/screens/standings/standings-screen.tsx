import { Badge, Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import type { Language } from "#core/wording/language.ts";
import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import type { StandingAnswer } from "#core/protocol/standings.ts";
import "./standings.css";

export interface StandingsScreenProps {
  readonly language: Language;
  /** Choice of year, template and scope; null while there is nothing to rank. */
  readonly choice: ReactNode;
  readonly hasChoice: boolean;
  readonly standing: Loadable<StandingAnswer>;
  readonly onReload: () => void;
  /** The grid that shows the standing's sheet. */
  readonly sheet: (standing: StandingAnswer) => ReactNode;
  /** The selected row's ledger. */
  readonly selected: string | null;
  readonly onOpen: (ledgerId: string) => void;
  readonly onPublish: () => void;
  readonly onOutput: (format: "xlsx" | "docx") => void;
  readonly onPrint: () => void;
}

export function StandingsScreen(props: StandingsScreenProps) {
  const words = workbenchPagesWords(props.language).standings;
  if (!props.hasChoice) return <p className="standing-none">{words.noChoices}</p>;
  return (
    <section className="standings" aria-label={words.title}>
      <header>
        <h1>{words.title}</h1>
        {props.choice}
      </header>
      <LoadArea around={{ language: props.language }} data={props.standing} onRetry={props.onReload}>
        {(standing) => <Shown props={props} standing={standing} />}
      </LoadArea>
    </section>
  );
}

function Shown({ props, standing }: { readonly props: StandingsScreenProps; readonly standing: StandingAnswer }) {
  const words = workbenchPagesWords(props.language).standings;
  const { selected } = props;
  return (
    <>
      <div className="standings-bar">
        <Badge appearance="tint" color={standing.published ? "success" : "informative"}>
          {standing.published ? words.published : words.notPublished}
        </Badge>
        <span>{standing.view === "own" ? words.ownOnly(standing.of) : words.open}</span>
        <span className="standings-space" />
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={selected === null}
          onClick={() => selected !== null && props.onOpen(selected)}
        >
          {words.openLedger}
        </Button>
        {standing.mayPublish && !standing.published && (
          <Button size="small" onClick={props.onPublish}>
            {words.publish}
          </Button>
        )}
        <Button size="small" onClick={() => props.onOutput("xlsx")}>
          {words.xlsx}
        </Button>
        <Button size="small" onClick={() => props.onOutput("docx")}>
          {words.docx}
        </Button>
        <Button size="small" onClick={props.onPrint}>
          {words.print}
        </Button>
      </div>
      <div className="standings-sheet">{props.sheet(standing)}</div>
    </>
  );
}

import { Button } from "@fluentui/react-components";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { SheetProblem } from "#core/sheet/edit.ts";
import type { CellPlace } from "#core/sheet/reading.ts";
import type { Language } from "#core/wording/language.ts";
import { sayProblem } from "#core/wording/texts/problem-sentences.ts";
import "./ledgers.css";

export interface ProblemListProps {
  readonly language: Language;
  readonly problems: readonly SheetProblem[];
  readonly onGo: (place: CellPlace) => void;
  readonly onRestore: (place: CellPlace) => void;
}

/** What in the sheet cannot be sent and why, each with the way to its cell. */
export function ProblemList({ language, problems, onGo, onRestore }: ProblemListProps) {
  const words = workbenchWords(language).changes;
  return (
    <ul className="problem-list">
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>
          {sayProblem(language, problem)}
          {"place" in problem && (
            <Button size="small" appearance="subtle" onClick={() => onGo(problem.place)}>
              {`${words.go} ${problem.place.address}`}
            </Button>
          )}
          {problem.code === "formula-overtyped" && (
            <Button size="small" onClick={() => onRestore(problem.place)}>
              {words.restore}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

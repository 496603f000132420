import type { DefinitionProblem } from "./definition-problem.ts";

/** Gathers what is wrong with one file: all of it, not only the first. */
export class ProblemList {
  readonly problems: DefinitionProblem[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(
    line: number,
    problem: DefinitionProblem["problem"],
    about: { readonly place?: string; readonly given?: string },
  ) {
    const { place = "", given = "" } = about;
    this.problems.push({ code: "definition-unreadable", file: this.#file, line, place, given, problem });
  }
}

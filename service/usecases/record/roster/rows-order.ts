import type { FieldDefinition } from "#core/people/field/field.ts";
import type { Predicate } from "#core/people/question/answer.ts";
import type { RosterList } from "#core/people/roster/roster-lists.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { UnitScope } from "../unit-scope.ts";

/** What the rows of a roster are made from. */
export interface RowsOrder {
  readonly caller: Caller;
  readonly scope: UnitScope;
  readonly list: RosterList;
  readonly fields: readonly FieldDefinition[];
  readonly matches: Predicate;
}

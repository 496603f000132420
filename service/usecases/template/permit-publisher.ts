import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { Caller } from "../caller.ts";

/** Templates are the organisation department's (L1). @returns undefined for a publisher who may write. */
export function publisherRefusal({ scope, actor }: Caller, action: string): AccessRefusal | undefined {
  if (!scope.organisationDepartment) return { code: "forbidden", action };
  return actor.permission === "read-only" ? { code: "read-only" } : undefined;
}

import type { Me } from "#core/protocol/session.ts";

/** What a new password must not contain, as far as the page knows it (A2). */
export function ownDataOf({ accountName, personName, unit }: Me): readonly string[] {
  return [accountName, personName ?? "", unit?.name ?? ""].filter((text) => text !== "");
}

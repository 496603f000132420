import { dayOf } from "#core/kernel/instant.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { ageOn } from "#core/people/person/stage-on.ts";
import type { Person } from "#core/people/person/person.ts";
import { reachedStage } from "#core/people/procedure/reached-stage.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { IntroductionLetter } from "#service/ports/records/letters.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { exportName } from "#service/usecases/ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import type { Services } from "#service/usecases/services.ts";
import { mayReadTransfer } from "./act-on-transfers.ts";
import { committeeOf, unitName } from "../unit/units-of-procedures.ts";

type LetterServices = Pick<Services, "store" | "documents" | "catalogue" | "digest">;

/**
 * The numbered introduction letter with counterfoil and receipt (M13). It needs the full ID number by rule (A12): printing
 * is logged with that purpose and the file's hash. Only the sender prints, and only what may still go out.
 */
export async function printLetter(
  services: LetterServices,
  caller: Caller,
  transferId: string,
): Promise<Result<OutputFile, AnyRefusal>> {
  const found = await services.store.read(async (tx) => {
    const transfer = await tx.procedures.transfer(transferId);
    const [person] = transfer ? await tx.people.byIds([transfer.personId]) : [];
    return transfer && person && mayReadTransfer(caller, transfer) ? { transfer, person } : undefined;
  });
  if (!found) return refuse({ code: "not-found" });
  const { transfer, person } = found;
  if (transfer.fromUnitId === null || !caller.scope.records.work.has(transfer.fromUnitId))
    return refuse({ code: "transfer-not-yours", act: "issue" });
  if (transfer.issuedOn === null) return refuse({ code: "transfer-not-open", act: "issue", state: transfer.state });
  const letter = letterOf(services, caller, { transfer, person, fromUnitId: transfer.fromUnitId });
  const content = await services.documents.renderLetter(letter);
  const fields = [
    { field: "idNumber", old: null, new: null },
    { field: "mobile", old: null, new: null },
    { field: "sha256", old: null, new: services.digest(content) },
  ];
  const record = `person:${transfer.personId}`;
  await services.store.write(async (tx) =>
    tx.record(auditEntry(caller, { action: "print-letter", record, why: "introduction-letter", fields })),
  );
  const fileName = exportName(
    ["组织关系介绍信", letter.number, letter.name].filter((part) => part !== "").join(" "),
    caller,
    "docx",
  );
  return ok({ fileName, mediaType: MEDIA_TYPES.docx, content });
}

export interface Written {
  readonly transfer: Transfer;
  readonly person: Person;
  readonly fromUnitId: UnitId;
}

/** What stands in a letter, ready for paper. */
export function letterOf(
  { catalogue }: Pick<LetterServices, "catalogue">,
  caller: Caller,
  { transfer, person, fromUnitId }: Written,
): IntroductionLetter {
  const label = (list: string, code: string): string => catalogue.codeList(list).byCode.get(code)?.zh ?? "";
  const on = transfer.issuedOn ?? dayOf(caller.at);
  const fact = (key: string): string => person.facts[key] ?? "";
  const committee = committeeOf(caller, fromUnitId);
  return {
    number: transfer.number ?? "",
    ...addressed(caller, transfer),
    name: fact("name"),
    sex: label("sex", fact("sex")),
    age: String(ageOn(person.facts, on) ?? ""),
    ethnic: label("ethnic", fact("ethnic")),
    membership: reachedStage(person, on) === "probationary" ? "预备" : "正式",
    idNumber: fact("idNumber"),
    mobile: fact("mobile"),
    from: unitName(caller, fromUnitId),
    duesPaidUntil: shownDay(transfer.duesPaidUntil),
    validDays: transfer.validDays,
    issuedOn: shownDay(on),
    committee: unitName(caller, committee),
    contact: caller.who,
  };
}

function addressed(caller: Caller, { outside, toUnitId }: Transfer): Pick<IntroductionLetter, "heading" | "finallyTo"> {
  return outside ?? { heading: unitName(caller, toUnitId), finallyTo: "" };
}

/** "2026年5月12日", "2026年5月". */
function shownDay(text: string): string {
  const [year = "", month = "", day] = text.split("-");
  if (year === "") return "";
  return `${year}年${String(Number(month))}月${day === undefined ? "" : `${String(Number(day))}日`}`;
}

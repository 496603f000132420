/**
 * Full exports (M16): members, transfers out, transfers in, named with the committee and the period from the last export
 * to this one. They hold full numbers by rule (A12), which is logged as that purpose with the file's hash (A13).
 */
import { dayOf, shownTime, type Day } from "#core/kernel/instant.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { showField } from "#core/people/field/show-field.ts";
import type { Person } from "#core/people/person/person.ts";
import { belongingOn } from "#core/people/procedure/person-change.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";
import type { Archive } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { archiveBook, type ArchiveList } from "#core/sheet/plan/archive-book.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { maskPhone } from "../account/mask-phone.ts";
import type { Caller } from "../caller.ts";
import { exportEntry, markedBook } from "../ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "../ledger/exchange/output-ledger.ts";
import type { Services } from "../services.ts";
import { peopleOf } from "./act-on-people.ts";
import { unitName, workedUnit } from "./unit/units-of-procedures.ts";

type ArchiveServices = Pick<Services, "store" | "random" | "workbooks" | "catalogue" | "digest" | "limits">;

const NAMES = { members: "党员信息全库", "transfers-out": "转出党员", "transfers-in": "转入党员" } as const;
const MOST = 100_000;
const BEGINNING = "1921-07-01" as Day;

interface Period {
  /** Day of the last export; null: there was none. */
  readonly from: Day | null;
  readonly to: Day;
}

type Table = Pick<ArchiveList, "columns" | "rows">;

export async function archiveList(
  services: ArchiveServices,
  caller: Caller,
  { unitId, list, reason }: Archive,
): Promise<Result<OutputFile, AnyRefusal>> {
  const unit = workedUnit(caller, unitId);
  if (!unit.ok) return unit;
  const found = await services.store.read(async (tx) => {
    const last = (await tx.notes.exports(unit.value.id, list)).find(({ purpose }) => purpose === "archive");
    const period = { from: last?.to ?? null, to: dayOf(caller.at) };
    const around = { services, caller, unit: unit.value, period };
    const table = list === "members" ? await membersTable(tx, around) : await transfersTable(tx, around, list);
    return { period, table, service: await tx.organisation.serviceId() };
  });
  const { period, table, service } = found;
  const title = titleOf(unit.value.name, NAMES[list], period);
  const stamp = { issuedTo: maskPhone(caller.account.name), issuedAt: shownTime(caller.at), service };
  const book = archiveBook({
    ...{ title, unitName: unit.value.name, year: Number(period.to.slice(0, 4)), ...table },
    issue: { ...stamp, subject: `archive:${list}`, definition: "1", change: 0 },
  });
  const content = await services.workbooks.render(markedBook(book, services.limits));
  const sha256 = services.digest(content);
  const logged = { record: `unit:${unit.value.id}`, format: "xlsx", filter: `archive ${list}`, sha256, reason };
  await services.store.write(async (tx) => {
    tx.record(exportEntry(caller, { ...logged, records: table.rows.length }));
    await tx.notes.addExport({
      ...{ id: services.random.id("exp"), unitId: unit.value.id, list, purpose: "archive", ...period },
      ...{ people: table.rows.length, sha256, accountId: caller.account.id, at: caller.at },
    });
  });
  const fileName = `${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}.xlsx`;
  return ok({ fileName, mediaType: MEDIA_TYPES.xlsx, content });
}

/** "江南医科大学党委党员信息全库（2026.01.01-2026.06.30）" */
function titleOf(unit: string, list: string, { from, to }: Period): string {
  const shown = (day: Day): string => day.replaceAll("-", ".");
  return `${unit}${list}（${from === null ? "截至" : `${shown(from)}-`}${shown(to)}）`;
}

interface Around {
  readonly services: ArchiveServices;
  readonly caller: Caller;
  readonly unit: Unit;
  readonly period: Period;
}

async function membersTable(tx: StoreReads, { services, caller, unit, period }: Around): Promise<Table> {
  const { catalogue } = services;
  const units = subtreeOf(caller.organisation, unit.id);
  const people = await tx.people.inUnits({ units, on: period.to, kinds: ["member"], opened: true });
  const fields = catalogue.person.filter(({ edited, yearly }) => edited !== "computed" && yearly !== true);
  const columns = [
    { key: "unit", label: "所在党支部", width: 24 },
    ...fields.map(({ key, label, width }) => ({ key, label: label.zh, width })),
  ];
  const rows = people.map((person) => {
    const row: Record<string, string> = { unit: branchName(caller, person, period.to) };
    for (const field of fields)
      row[field.key] = showField(field, person.facts[field.key] ?? "", { catalogue, language: "zh-CN" });
    return row;
  });
  return { columns, rows };
}

const TRANSFER_COLUMNS: Table["columns"] = [
  { key: "name", label: "姓名", width: 10 },
  { key: "idNumber", label: "身份证号", width: 20 },
  { key: "mobile", label: "手机", width: 13 },
  { key: "number", label: "介绍信编号", width: 14 },
  { key: "from", label: "转出党组织", width: 26 },
  { key: "to", label: "转入党组织", width: 26 },
  { key: "finallyTo", label: "最终去向", width: 26 },
  { key: "issuedOn", label: "开具日期", width: 12 },
  { key: "duesPaidUntil", label: "党费交至", width: 12 },
  { key: "receivedOn", label: "接收日期", width: 12 },
  { key: "reason", label: "转接原因", width: 20 },
];

/** Those that arrived in the period: a letter on its way counts at its sender and is not in the file yet. */
async function transfersTable(
  tx: StoreReads,
  { caller, unit, period }: Around,
  list: "transfers-out" | "transfers-in",
): Promise<Table> {
  const units = subtreeOf(caller.organisation, unit.id);
  const between = { from: period.from ?? BEGINNING, to: period.to };
  const side = list === "transfers-out" ? "out" : "in";
  const all = await tx.procedures.transfers({ units, side, states: ["received"], between, most: MOST });
  const inside = new Set<string | null>(units);
  const crossing = all.filter(({ fromUnitId, branchId }) => inside.has(fromUnitId) !== inside.has(branchId));
  const people = await peopleOf(tx, crossing);
  return {
    columns: TRANSFER_COLUMNS,
    rows: crossing.map((transfer) => transferRow(caller, transfer, people.get(transfer.personId))),
  };
}

function transferRow(caller: Caller, transfer: Transfer, person: Person | undefined): Readonly<Record<string, string>> {
  const fact = (key: string): string => person?.facts[key] ?? "";
  const { reason, duesPaidUntil, outside } = transfer;
  const place = (unitId: Transfer["toUnitId"]): string => unitName(caller, unitId) || (outside?.heading ?? "");
  return {
    ...{ name: fact("name"), idNumber: fact("idNumber"), mobile: fact("mobile"), reason, duesPaidUntil },
    ...{ from: place(transfer.fromUnitId), to: place(transfer.branchId), finallyTo: outside?.finallyTo ?? "" },
    ...{ number: text(transfer.number), issuedOn: text(transfer.issuedOn), receivedOn: text(transfer.receivedOn) },
  };
}

function text(value: string | null): string {
  return value ?? "";
}

function branchName(caller: Caller, person: Person, day: Day): string {
  return unitName(caller, belongingOn(person, day)?.unitId ?? null);
}

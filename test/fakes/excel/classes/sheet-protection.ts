import { NOTHING_ALLOWED } from "#test/fakes/workbook/protection-options.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import type { HostClass } from "../host-class.ts";

export const SHEET_PROTECTION: HostClass<SheetModel> = {
  name: "WorksheetProtection",
  properties: {
    Protected: { get: ({ protection }) => protection !== null },
    Options: {
      get: ({ protection }) => {
        const { password: _password, ...options } = protection ?? { ...NOTHING_ALLOWED, password: "" };
        return { ...options, selectionMode: "Normal" };
      },
    },
  },
  methods: {
    Protect: (sheet, [options, password], desk) => protect(sheet, { options, password }, desk),
    Unprotect: (sheet, [password], desk) => {
      if (!sheet.protection) return;
      if (
        desk.rules.deniedSheets.has(sheet.name) ||
        (sheet.protection.password !== "" && sheet.protection.password !== password)
      ) {
        throw new ExcelFailure("AccessDenied");
      }
      desk.workbook.unprotect(sheet);
    },
    CheckPassword: ({ protection }, [password]) => protection === null || protection.password === (password ?? ""),
  },
};

/** Fails on a sheet that is protected already. */
function protect(
  sheet: SheetModel,
  given: { readonly options: unknown; readonly password: unknown },
  desk: Desk,
): void {
  if (sheet.protection || desk.rules.deniedSheets.has(sheet.name)) throw new ExcelFailure("AccessDenied");
  const allowed: Partial<Record<string, boolean>> = {};
  for (const [name, value] of Object.entries(given.options ?? {})) {
    if (Object.hasOwn(NOTHING_ALLOWED, name) && typeof value === "boolean") allowed[name] = value;
    else if (name !== "selectionMode" || value !== "Normal")
      desk.misuse(`protection option ${name} = ${String(value)}`);
  }
  desk.workbook.protect(sheet, allowed, typeof given.password === "string" ? given.password : "");
}

import type { IncomingHttpHeaders } from "node:http";
import type { z } from "zod";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import {
  commitImportSchema,
  importMappingSchema,
  importRowsQuery,
  importUnitQuery,
  type ImportMapping,
} from "#core/protocol/records/imports.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { importHeading, sayImportRow } from "#core/wording/say-import-row.ts";
import { commitImport, dropImport } from "#service/usecases/import/commit-import.ts";
import { importResult } from "#service/usecases/import/import-result.ts";
import { listImports, readImport, readImportRows } from "#service/usecases/import/import-view.ts";
import { inspectImport } from "#service/usecases/import/inspect-import.ts";
import { stageImport } from "#service/usecases/import/stage-import.ts";
import { file, json, nothing } from "../answers.ts";
import { encodedHeader, FILE_NAME_HEADER } from "../encoded-header.ts";
import { parseBy } from "../parse-request.ts";
import type { Route, RouteRequest } from "../route.ts";
import { wholeBody } from "../whole-body.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MAPPING_HEADER = { name: "X-Import-Mapping", longest: 12_000 };

const importOf = ({ params }: RouteRequest): string => params["import"] ?? "";
const unitOf = ({ query }: RouteRequest): UnitId => toId((query as z.infer<typeof importUnitQuery>).unit);

/** People from a foreign spreadsheet (W8). The file comes with each step that needs it and is never kept. */
export const importRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/records/imports/inspect",
    permission: "reader",
    object: "unit",
    query: importUnitQuery,
    raw: "stream",
    handle: async (request) => {
      const content = await wholeBody(request.stream, request.services.limits.importBytes);
      if (!content.ok) return content;
      const asked = { content: content.value, unitId: unitOf(request) };
      return json(await inspectImport(request.services, request.caller, asked));
    },
  },
  {
    method: "POST",
    path: "/records/imports",
    permission: "reader",
    object: "unit",
    query: importUnitQuery,
    raw: "stream",
    handle: async (request) => {
      const { services, caller, headers } = request;
      const fileName = encodedHeader(headers, FILE_NAME_HEADER);
      if (!fileName.ok) return fileName;
      const mapping = mappingOf(headers);
      if (!mapping.ok) return mapping;
      const content = await wholeBody(request.stream, services.limits.importBytes);
      if (!content.ok) return content;
      const order = {
        content: content.value,
        fileName: fileName.value,
        unitId: unitOf(request),
        mapping: mapping.value,
      };
      return json(await stageImport(services, caller, order), 201);
    },
  },
  {
    method: "GET",
    path: "/records/imports",
    permission: "reader",
    object: "unit",
    query: importUnitQuery,
    handle: async (request) => json(await listImports(request.services, request.caller, unitOf(request))),
  },
  {
    method: "GET",
    path: "/records/imports/:import",
    permission: "reader",
    object: "unit",
    handle: async (request) => json(await readImport(request.services, request.caller, importOf(request))),
  },
  {
    method: "GET",
    path: "/records/imports/:import/rows",
    permission: "reader",
    object: "unit",
    query: importRowsQuery,
    handle: async (request) => {
      const { verdict, after, most } = request.query as z.infer<typeof importRowsQuery>;
      const asked = { importId: importOf(request), verdict, after, most };
      return json(await readImportRows(request.services, request.caller, asked));
    },
  },
  {
    method: "POST",
    path: "/records/imports/:import/commit",
    permission: "reader",
    object: "unit",
    body: commitImportSchema,
    handle: async (request) => {
      const { reason } = request.body as z.infer<typeof commitImportSchema>;
      return json(await commitImport(request.services, request.caller, { importId: importOf(request), reason }));
    },
  },
  {
    method: "DELETE",
    path: "/records/imports/:import",
    permission: "reader",
    object: "unit",
    handle: async (request) => nothing(await dropImport(request.services, request.caller, importOf(request))),
  },
  {
    method: "POST",
    path: "/records/imports/:import/result",
    permission: "reader",
    object: "unit",
    raw: "stream",
    handle: async (request) => {
      const { services, caller } = request;
      const content = await wholeBody(request.stream, services.limits.importBytes);
      if (!content.ok) return content;
      const labelOf = (field: string): string =>
        services.catalogue.byKey("person", field)?.definition.label.zh ?? field;
      const made = await importResult(services, caller, {
        importId: importOf(request),
        content: content.value,
        heading: importHeading("zh-CN"),
        say: ({ verdict }, detail) => sayImportRow("zh-CN", { verdict, detail }, labelOf),
      });
      return file(made.ok ? ok({ ...made.value, mediaType: XLSX }) : made);
    },
  },
];

function mappingOf(headers: IncomingHttpHeaders): Result<ImportMapping, AnyRefusal> {
  const text = encodedHeader(headers, MAPPING_HEADER);
  return text.ok ? parseBy(importMappingSchema, jsonOf(text.value)) : text;
}

/** @returns undefined for what is no JSON: no mapping either. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

import { toId, type EvidenceId, type ItemKey, type LedgerId } from "#core/kernel/ids.ts";
import { ok } from "#core/kernel/result.ts";
import { attachEvidence } from "#service/usecases/ledger/evidence/attach-evidence.ts";
import { listEvidence } from "#service/usecases/ledger/evidence/list-evidence.ts";
import { downloadEvidence } from "#service/usecases/ledger/evidence/open-evidence.ts";
import { previewEvidence } from "#service/usecases/ledger/evidence/preview-evidence.ts";
import { removeEvidence } from "#service/usecases/ledger/evidence/remove-evidence.ts";
import { json, nothing } from "../answers.ts";
import { encodedHeader, FILE_NAME_HEADER } from "../encoded-header.ts";
import type { Route, RouteRequest } from "../route.ts";

/** Supporting files (L5, L6). An upload is the file itself as the body; its name travels in `X-File-Name`, percent-encoded UTF-8. */
export const evidenceRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/ledgers/:ledger/items/:item/evidence",
    permission: "reader",
    object: "ledger",
    handle: async (request) => json(await listEvidence(request.services, request.caller, placeOf(request))),
  },
  {
    method: "POST",
    path: "/ledgers/:ledger/items/:item/evidence",
    permission: "reader",
    object: "ledger",
    raw: "stream",
    handle: async (request) => {
      const fileName = encodedHeader(request.headers, FILE_NAME_HEADER);
      if (!fileName.ok) return fileName;
      const upload = { ...placeOf(request), fileName: fileName.value, content: request.stream };
      return json(await attachEvidence(request.services, request.caller, upload), 201);
    },
  },
  {
    method: "GET",
    path: "/evidence/:evidence",
    permission: "reader",
    object: "evidence",
    handle: async ({ services, caller, params }) => {
      const found = await downloadEvidence(services, caller, evidenceOf(params));
      return found.ok ? ok({ kind: "file", ...found.value }) : found;
    },
  },
  {
    method: "GET",
    path: "/evidence/:evidence/preview",
    permission: "reader",
    object: "evidence",
    handle: async ({ services, caller, params }) => {
      const found = await previewEvidence(services, caller, evidenceOf(params));
      if (!found.ok) return found;
      const { fileName, mediaType, content } = found.value;
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      return ok({ kind: "file", fileName, mediaType, content: bytes, inline: true });
    },
  },
  {
    method: "DELETE",
    path: "/evidence/:evidence",
    permission: "reader",
    object: "evidence",
    handle: async ({ services, caller, params }) => nothing(await removeEvidence(services, caller, evidenceOf(params))),
  },
];

function placeOf({ params }: RouteRequest): { readonly ledgerId: LedgerId; readonly item: ItemKey } {
  return { ledgerId: toId(params["ledger"] ?? ""), item: toId(params["item"] ?? "") };
}

function evidenceOf(params: RouteRequest["params"]): EvidenceId {
  return toId(params["evidence"] ?? "");
}

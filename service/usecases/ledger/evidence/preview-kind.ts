import type { EvidenceListed } from "#core/protocol/ledgers.ts";

export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** How the page shows a file (L5); the media type is by content, never by name. */
export function previewOf(mediaType: string): EvidenceListed["preview"] {
  if (mediaType.startsWith("image/")) return "image";
  if (mediaType === "application/pdf") return "pdf";
  if (mediaType.startsWith("text/plain") || mediaType.startsWith("text/csv")) return "text";
  return mediaType === WORD_TYPE || mediaType === EXCEL_TYPE ? "html" : "none";
}

/** What exactly was wrong with a workbook from outside: the words in an IntakeRefusal's `what` and `found`, for wording. */
export const NOT_XLSX_FOUND = [
  "empty",
  "text",
  "html",
  "xml",
  "pdf",
  "picture",
  "xls",
  "xlsb",
  "ods",
  "word",
  "zip",
  "other-archive",
  "unknown",
] as const;
export const DAMAGED_WHAT = [
  "zip-directory", // truncated, or the directory contradicts itself
  "zip-entry", // cannot be inflated
  "size", // declared and actual size differ
  "checksum",
  "missing-part",
  "xml",
  "encoding",
  "sheet-list",
  "cell-address",
  "cell-value",
  "shared-string",
  "merge",
] as const;
export const HOSTILE_WHAT = [
  "entry-name",
  "duplicate-entry",
  "overlapping-entries",
  "compression-ratio",
  "doctype",
  "nesting",
  "long-token",
  "duplicate-row",
  "duplicate-cell",
  "duplicate-sheet",
  "overlapping-merges",
  "reader-crashed",
] as const;
export const TOO_BIG_WHAT = [
  "file",
  "entries",
  "content",
  "part",
  "sheets",
  "rows",
  "columns",
  "cells",
  "merges",
  "text",
  "strings",
  "styles",
  "formula",
  "answer",
  "memory",
] as const;
export const ACTIVE_WHAT = ["macros", "external-links", "dde", "embedded-objects", "controls", "connections"] as const;

export type NotXlsxFound = (typeof NOT_XLSX_FOUND)[number];
export type DamagedWhat = (typeof DAMAGED_WHAT)[number];
export type HostileWhat = (typeof HOSTILE_WHAT)[number];
export type TooBigWhat = (typeof TOO_BIG_WHAT)[number];
export type ActiveWhat = (typeof ACTIVE_WHAT)[number];

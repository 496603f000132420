/** What a file really is. Those with extensions are accepted under one of them; the others are only recognised. */
export type FileType = AcceptedType | RefusedType;

export type AcceptedType =
  | "pdf" | "png" | "jpeg" | "gif" | "webp" | "bmp" | "mp4" | "zip"
  | "docx" | "xlsx" | "pptx" | "doc" | "xls" | "ppt"
  | "text-utf-8" | "text-utf-16" | "text-gb18030"; // prettier-ignore

export type RefusedType =
  "program" | "script" | "html" | "svg" | "xml" | "macro-document" | "archive" | "heic" | "shortcut" | "unknown";

const WORD = "application/msword";
const OPEN_XML = "application/vnd.openxmlformats-officedocument";

/** Extension -> what the content must be, and how it is called on the way out. */
export const ACCEPTED: Readonly<Record<string, Readonly<Partial<Record<AcceptedType, string>>>>> = {
  pdf: { pdf: "application/pdf" },
  png: { png: "image/png" },
  jpg: { jpeg: "image/jpeg" },
  jpeg: { jpeg: "image/jpeg" },
  gif: { gif: "image/gif" },
  webp: { webp: "image/webp" },
  bmp: { bmp: "image/bmp" },
  mp4: { mp4: "video/mp4" },
  zip: { zip: "application/zip" },
  docx: { docx: `${OPEN_XML}.wordprocessingml.document` },
  xlsx: { xlsx: `${OPEN_XML}.spreadsheetml.sheet` },
  pptx: { pptx: `${OPEN_XML}.presentationml.presentation` },
  doc: { doc: WORD },
  xls: { xls: "application/vnd.ms-excel" },
  ppt: { ppt: "application/vnd.ms-powerpoint" },
  txt: textAs("text/plain"),
  csv: textAs("text/csv"),
};

function textAs(mediaType: string): Readonly<Partial<Record<AcceptedType, string>>> {
  return {
    "text-utf-8": `${mediaType}; charset=utf-8`,
    "text-utf-16": `${mediaType}; charset=utf-16`,
    "text-gb18030": `${mediaType}; charset=gb18030`,
  };
}

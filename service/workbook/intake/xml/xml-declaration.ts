import { damaged } from "../intake-fault.ts";

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[01]"|'1\.[01]')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])([\w.-]+)\1)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>$/;

/** @param declaration the whole of it. @throws IntakeFault unless it is one, and of UTF-8 */
export function ensureUtf8Declared(declaration: string, part: string): void {
  const found = DECLARATION.exec(declaration);
  if (!found) throw damaged("xml", part);
  const encoding = found[2]?.toLowerCase() ?? "utf-8";
  if (encoding !== "utf-8" && encoding !== "utf8") throw damaged("encoding", part);
}

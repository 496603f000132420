/** @param accepted the header Accept-Encoding: "br;q=0" says no. */
export function acceptsEncoding(accepted: string, name: string): boolean {
  return accepted.split(",").some((part) => {
    const [coding = "", quality = ""] = part.trim().split(/\s*;\s*/);
    return coding === name && !/^q=0(\.0*)?$/.test(quality);
  });
}

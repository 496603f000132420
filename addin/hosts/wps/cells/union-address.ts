/** Characters that an address may have. */
const LONGEST = 255;

/** "B2,D4,A7": cells that are spoken of together, the first one being the active one; what no address holds is left out. */
export function unionAddress(addresses: readonly string[]): string {
  let union = "";
  for (const address of new Set(addresses)) {
    const longer = union === "" ? address : `${union},${address}`;
    if (longer.length > LONGEST) break;
    union = longer;
  }
  return union;
}

/** Of the product: everything that Office asks for anywhere. */
const PRODUCT = [16, 20, 24, 32, 40, 48, 64, 80] as const;
/** Of a button: the sizes that a manifest must name. */
const BUTTON = [16, 32, 80] as const;

export function iconSizes(name: string): readonly number[] {
  return name === "taizhang" ? PRODUCT : BUTTON;
}

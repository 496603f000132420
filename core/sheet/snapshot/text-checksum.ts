/**
 * 64 bits over a text's UTF-16 units. It notices damage and editing by hand; it proves nothing about who wrote the text
 * (the signature of an exchange workbook does), and it need not: the service judges every edit by its own revisions.
 */
export function textChecksum(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  return hex(avalanche(high, low)) + hex(avalanche(low, high));
}

function avalanche(a: number, b: number): number {
  const mixed = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}

/** One thing the doctor looked at, in plain words. */
export interface Finding {
  readonly what: "runtime" | "store" | "keys" | "chain" | "disk" | "port" | "page" | "office.js" | "tls";
  readonly healthy: boolean;
  readonly says: string;
}

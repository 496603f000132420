/** Every way a file is not taken as evidence (L5). */
export type EvidenceFileRefusal =
  | { readonly code: "file-too-big"; readonly mostBytes: number }
  | { readonly code: "file-empty" }
  | { readonly code: "file-type-not-allowed"; readonly found: string; readonly name: string }
  | { readonly code: "file-type-mismatch"; readonly found: string; readonly name: string }
  | { readonly code: "upload-interrupted" }
  | { readonly code: "disk-full" };

const MEGABYTE = 1_048_576;

export function megabytes(bytes: number): string {
  return `${String(Math.round((bytes / MEGABYTE) * 10) / 10)} MB`;
}

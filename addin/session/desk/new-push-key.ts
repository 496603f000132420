/** 128 random bits as text; `randomUUID` does not exist on plain HTTP. */
export function newPushKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

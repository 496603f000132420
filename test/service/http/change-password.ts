import type { SignInAnswer } from "#core/protocol/session.ts";
import { HttpClient } from "#test/environment/http-client.ts";

/** Changes the password and goes on with the session that this begins. */
export async function changePassword(client: HttpClient, old: string, next: string): Promise<HttpClient> {
  return new HttpClient(client.url, await client.ask<SignInAnswer>("POST", "/me/password", { old, new: next }));
}

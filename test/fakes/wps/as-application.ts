import type { WpsApplication } from "#addin/hosts/wps/wps-application.ts";
import type { FakeWps } from "./open-fake-wps.ts";

/** The fake as the host sees it: nothing checks at run time but the fake itself, which is stricter than the types. */
export function asApplication(fake: FakeWps): WpsApplication {
  return fake.application as unknown as WpsApplication;
}

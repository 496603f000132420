import type { WpsApplication } from "./wps-application.ts";

/** Newer versions say Application, older ones wps. */
export function wpsOfPage(): WpsApplication | undefined {
  const page = globalThis as { readonly Application?: unknown; readonly wps?: unknown };
  return [page.Application, page.wps].find(isWps);
}

/** A host object answers members that it does not list. */
function isWps(candidate: unknown): candidate is WpsApplication {
  if ((typeof candidate !== "object" && typeof candidate !== "function") || candidate === null) return false;
  const { PluginStorage, ApiEvent } = candidate as Partial<WpsApplication>;
  return PluginStorage !== undefined && ApiEvent !== undefined;
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { readTlsFiles, TlsProblem } from "#service/certificates/read-tls-files.ts";
import type { ServiceConfig } from "#service/config.ts";
import { OFFICE_JS_FILES } from "#service/http/office-js.ts";
import { failureSentence } from "../failure-sentence.ts";
import type { Finding } from "./finding.ts";

const DAY = 86_400_000;
/** Enough to make a new one without haste. */
const SOON = 30 * DAY;
const LIBRARY = join(import.meta.dirname, "..", "..", "..", "node_modules", "@microsoft", "office-js", "dist");

/** What Excel needs of the service besides its pages. */
export function checkOfficeJs(): Finding {
  const missing = OFFICE_JS_FILES.filter((name) => !existsSync(join(LIBRARY, name)));
  return {
    what: "office.js",
    healthy: missing.length === 0,
    says:
      missing.length === 0
        ? "Excel 窗格所需的 office.js 已安装 office.js for Excel is installed"
        : `缺少 office.js，请运行 npm ci office.js is missing: ${missing.join(" ")}`,
  };
}

export async function checkTls({ tls }: ServiceConfig, now: Date): Promise<Finding> {
  if (!tls)
    return {
      what: "tls",
      healthy: true,
      says: "未启用 https，Excel 和 WPS 只能打开 https no https: Excel and WPS open nothing else",
    };
  try {
    const { hosts, notBefore, notAfter } = await readTlsFiles(tls);
    const until = notAfter.toISOString().slice(0, 10);
    const left = notAfter.getTime() - now.getTime();
    const says = (sentence: string): Finding => ({ what: "tls", healthy: false, says: sentence });
    if (left <= 0) return says(`证书已过期 the certificate expired: ${until}`);
    if (notBefore > now) return says(`证书尚未生效，请检查时钟 the certificate is not valid yet: check the clock`);
    if (left < SOON) return says(`证书即将到期，请续期 the certificate expires soon: ${until}`);
    return { what: "tls", healthy: true, says: `证书有效至 certificate until ${until}: ${hosts.join(" ")}` };
  } catch (error) {
    if (!(error instanceof TlsProblem)) throw error;
    const { code, message } = failureSentence(error);
    return { what: "tls", healthy: false, says: `${code}: ${message}` };
  }
}

import { existsSync } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { get as getTls } from "node:https";
import { createServer } from "node:net";
import { once } from "node:events";
import { dirname, join } from "node:path";
import type { ServiceConfig } from "#service/config.ts";
import { keyFileIn } from "#service/crypto/key-file.ts";
import { originOf, type Listening } from "#service/http/origins.ts";
import { holdsDatabase } from "#service/store/holds-database.ts";
import { failureSentence, type PlainFailure } from "../failure-sentence.ts";
import type { Finding } from "./finding.ts";

const LEAST_FREE = 1_073_741_824;
const PAGE = join(import.meta.dirname, "..", "..", "..", "dist", "addin", "workbench.html");

export function checkRuntime(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const healthy = major > 22 || (major === 22 && minor >= 18);
  return {
    what: "runtime",
    healthy,
    says: `Node ${process.versions.node}${healthy ? "" : "，需要 22.18 以上 needs 22.18 or newer"}`,
  };
}

export async function checkKeys(config: ServiceConfig): Promise<Finding> {
  const file = keyFileIn(config.dataFolder);
  if (!existsSync(file)) return await withoutKeys(config, file);
  const { mode } = await stat(file);
  const open = process.platform !== "win32" && (mode & 0o077) !== 0;
  return {
    what: "keys",
    healthy: !open,
    says: open ? `密钥文件其他人可读，请改为 600 others can read ${file}` : `密钥 keys: ${file}`,
  };
}

/** New keys are made with a new database only; beside an old one they are missing. */
async function withoutKeys({ db }: ServiceConfig, file: string): Promise<Finding> {
  try {
    if (!(await holdsDatabase(db)))
      return { what: "keys", healthy: true, says: `还没有密钥，首次启动时生成 no keys yet: ${file}` };
  } catch (error) {
    return { what: "keys", healthy: false, says: `没有密钥 no keys: ${file} (${failureSentence(error).code})` };
  }
  return { what: "keys", healthy: false, says: `密钥文件不见了，请放回原处 the keys are missing: ${file}` };
}

export async function checkDisk({ dataFolder }: ServiceConfig): Promise<Finding> {
  let folder = dataFolder;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return {
    what: "disk",
    healthy: free >= LEAST_FREE,
    says: `磁盘剩余 free disk: ${(free / LEAST_FREE).toFixed(1)} GB`,
  };
}

export async function checkPort({ host, port, tls }: ServiceConfig): Promise<Finding> {
  const listening = await tryListening(host, port);
  if (listening !== "free" && listening.code !== "EADDRINUSE")
    return { what: "port", healthy: false, says: `端口不能用 port ${String(port)}: ${listening.message}` };
  if (listening === "free") return { what: "port", healthy: true, says: `端口空闲 port ${String(port)} is free` };
  const ours = await answersAsTaizhang({ scheme: tls ? "https" : "http", host, port });
  return {
    what: "port",
    healthy: ours,
    says: ours
      ? `服务正在运行 the service answers on port ${String(port)}`
      : `端口被其他程序占用 port ${String(port)} is taken by another program; set TAIZHANG_PORT`,
  };
}

export function checkPage(): Finding {
  const built = existsSync(PAGE);
  return {
    what: "page",
    healthy: built,
    says: built ? "工作台页面已生成 the workbench is built" : "工作台页面未生成，请运行 npm run build",
  };
}

async function tryListening(host: string, port: number): Promise<"free" | PlainFailure> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, "listening");
    return "free";
  } catch (error) {
    return failureSentence(error);
  } finally {
    server.close();
  }
}

async function answersAsTaizhang(listening: Listening): Promise<boolean> {
  const url = `${originOf(listening)}/api/health`;
  // Whether desks trust the certificate is the desks' matter; here only the answer counts.
  const asked = listening.scheme === "https" ? getTls(url, { rejectUnauthorized: false }) : get(url);
  asked.setTimeout(2_000, () => asked.destroy(new Error("no answer in time")));
  try {
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    answer.resume();
    return answer.statusCode === 200 && answer.headers["content-type"]?.includes("json") === true;
  } catch (error) {
    // Whatever listens there does not speak HTTP, or not in time: it is not our service.
    if (error instanceof Error) return false;
    throw error;
  }
}

import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { resolve } from "node:path";
import { writeCertificates, type CertificateRefusal, type WrittenCertificates } from "../addin/write-certificates.ts";
import { done, refused } from "../answers.ts";
import { UsageError, type Command, type CommandCall } from "../command.ts";
import { wholeNumber } from "../whole-number.ts";
import { required } from "../with-services.ts";

const DAYS = 825;

export const addinCerts: Command = {
  words: "addin certs",
  takes: [],
  options: {
    host: { type: "string", multiple: true },
    out: { type: "string" },
    days: { type: "string" },
  },
  about: "make an authority and a server's certificate for https, offline 生成证书",
  run: async (call) => {
    const hosts = hostsOf(call);
    const days = wholeNumber(call.option("days"), DAYS, { name: "days", from: 1, to: 3_650 });
    const folder = resolve(required(call, "out"));
    const written = await writeCertificates(folder, { hosts, days, now: new Date() });
    if (!written.ok) return refused(written.refusal, sentenceOf(written.refusal));
    const { files, keptAuthority, until } = written.value;
    return done({ hosts, ...files, keptAuthority, until: until.toISOString() }, nextSteps(written.value, hosts));
  },
};

function hostsOf(call: CommandCall): readonly string[] {
  const given = call.values("host");
  if (given.length === 0) throw new UsageError("--host is missing");
  return [...new Set(given.map(hostOf))];
}

/** A name that desks can look up (Chinese ones in their Latin form), or an IP address. */
function hostOf(text: string): string {
  if (isIP(text) !== 0) return text;
  const host = domainToASCII(text).toLowerCase();
  const isName = host.length <= 253 && /^(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)*(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(host);
  if (isName && !/^[\d.]+$/.test(host)) return host;
  throw new UsageError(`--host takes a host name or an IP address, not ${JSON.stringify(text)} 请写主机名或 IP 地址`);
}

const SENTENCES: Readonly<Record<CertificateRefusal["code"], string>> = {
  "key-there":
    "已有服务器私钥，未作改动；续期请先移走它 there is a server's key already; to renew it, move it away first",
  "authority-incomplete": "根证书与其私钥须同时在此 the authority's certificate and key must both be here, missing",
  "authority-expired": "根证书已过期，请换一个空文件夹 the authority has expired, take an empty folder",
};

function sentenceOf({ code, file }: CertificateRefusal): string {
  return `${SENTENCES[code]}: ${file}`;
}

function nextSteps({ files, keptAuthority, until }: WrittenCertificates, hosts: readonly string[]): readonly string[] {
  const { authority, server } = files;
  return [
    `${server.certificate}: ${hosts.join(" ")} 至 until ${until.toISOString().slice(0, 10)}`,
    "",
    "1. 启动服务前设置 Set before starting the service:",
    `   TAIZHANG_TLS_CERT=${server.certificate}`,
    `   TAIZHANG_TLS_KEY=${server.key}`,
    ...(keptAuthority
      ? ["2. 根证书未变，各电脑无需再次信任 The authority is the one that the desks trust already."]
      : [
          `2. 在每台电脑上信任根证书（组策略，或 certutil -addstore Root ca.crt） Trust on every desk: ${authority.certificate}`,
          `3. 把根证书私钥移到安全处，只在续期时用 Keep apart, needed for renewing only: ${authority.key}`,
        ]),
  ];
}

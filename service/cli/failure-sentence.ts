import { outsideFailure } from "#service/http/failure-of.ts";

/** What the machine, the store or the keys say, in plain words; the system's own text stays behind it, because it names the place. */
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件或文件夹 no such file or folder",
  ENOTDIR: "路径中有一段不是文件夹 part of the path is no folder",
  EISDIR: "这是文件夹，不是文件 this is a folder, not a file",
  EACCES: "没有权限 permission denied",
  EPERM: "没有权限 permission denied",
  EROFS: "此处只读，不能写入，请换一个位置 nothing can be written here, choose another place",
  ENOSPC: "磁盘已满，请腾出空间后再试 the disk is full, free some space and try again",
  EDQUOT: "磁盘配额已用完，请腾出空间后再试 the disk quota is used up, free some space and try again",
  EFBIG: "文件超过允许的大小 the file may not grow that big",
  EADDRINUSE: "端口已被占用，请用 --port 换一个 the port is taken, choose another with --port",
  EADDRNOTAVAIL: "本机没有这个地址 this machine has no such address",
  ECONNREFUSED: "数据库服务器没有应答 the database server does not answer",
  ENOTFOUND: "找不到数据库服务器 the database server cannot be found",
  "in-use": "服务或其他命令正在使用数据库，请先停止",
  "being-restored": "另一个命令正在恢复数据库，请稍候",
  "wrong-key": "密钥与数据不符",
  "newer-database": "数据库由更新版本的程序生成，请升级程序",
  "backup-damaged": "备份文件损坏，未作任何改动",
  "chain-broken": "备份中的审计链不完整，未作任何改动",
  "key-file-damaged": "密钥文件损坏",
  "key-file-unreadable": "密钥文件读不出来",
  "tls-file-unreadable": "证书或私钥文件读不出来",
  "tls-file-damaged": "证书或私钥文件不是 PEM 格式",
  "tls-files-differ": "私钥与证书不配套",
  busy: "数据库一直被占用，请稍后再试 the database is in use, try again later",
  "disk-full":
    "磁盘已满或配额已用完，没有写入；请腾出空间后再试 the disk is full and nothing was written, free some space and try again",
  "database-read-only":
    "数据库文件或其文件夹只读；请检查文件权限，或用 --db 换一个位置 the database or its folder is read-only, check its permissions or choose another with --db",
  "database-not-opened":
    "数据库文件打不开；请检查文件夹是否存在、可否写入，或用 --db 换一个位置 the database file cannot be opened, check that its folder is there and writable or choose another with --db",
  "28P01": "数据库用户名或密码不对 wrong user or password of the database",
  "3D000": "数据库服务器上没有这个数据库 the server has no such database",
};

export interface PlainFailure {
  readonly code: string;
  readonly message: string;
}

/** A bug has no code of its own and says what it knows. */
export function failureSentence(error: unknown): PlainFailure {
  const problem = error instanceof Error ? error : new Error(String(error));
  const code = codeOf(problem);
  const sentence = SENTENCES[code];
  return { code, message: sentence === undefined ? problem.message : `${sentence} (${problem.message})` };
}

/** A code that says nothing by itself gives way to what it stands for: SQLite has one code for everything. */
function codeOf(problem: Error): string {
  const code = "code" in problem && typeof problem.code === "string" ? problem.code : "failed";
  return code in SENTENCES ? code : (outsideFailure(problem) ?? code);
}

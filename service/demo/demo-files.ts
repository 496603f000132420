import { crc32, deflateSync } from "node:zlib";
import type { SeededRandom } from "./seeded-random.ts";

export interface DemoFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const SUBJECTS = ["会议记录", "签到表", "活动照片", "工作总结", "学习笔记", "通知文件", "情况说明"];

/** A small real file: text, picture or PDF, named as an officer names it. */
export function demoFile(task: string, random: SeededRandom): DemoFile {
  const subject = random.pick(SUBJECTS);
  const stem = `${task.slice(0, 12).replaceAll(/[\\/:*?"<>|\s]/g, "")}-${subject}`;
  if (subject === "活动照片") return { fileName: `${stem}.png`, bytes: picture(random) };
  if (subject === "通知文件") return { fileName: `${stem}.pdf`, bytes: pdf(`Notice ${String(random.between(1, 90))}`) };
  return {
    fileName: `${stem}.txt`,
    bytes: new TextEncoder().encode(
      `${subject}\n\n任务：${task}\n内容：按要求组织完成，参加人员签到齐全，记录完整。\n`,
    ),
  };
}

/** A plain coloured 48x32 picture. */
function picture(random: SeededRandom): Uint8Array {
  const [width, height] = [48, 32];
  const colour = [random.between(60, 240), random.between(60, 240), random.between(60, 240)];
  const line = [0, ...Array.from({ length: width }, () => colour).flat()];
  const pixels = Buffer.from(Array.from({ length: height }, () => line).flat());
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}

function pdf(text: string): Uint8Array {
  const content = `BT /F1 24 Tf 72 760 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`;
  return new TextEncoder().encode(body + table + trailer);
}

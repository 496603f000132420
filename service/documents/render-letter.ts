/**
 * The introduction letter as a Word file (M13): counterfoil (存根) that stays, letter that goes, receipt (回执) that
 * comes back, one under the other on one page, parted by lines to cut along.
 */
import { AlignmentType, BorderStyle, Document, Packer, Paragraph, TextRun } from "docx";
import type { IntroductionLetter } from "#service/ports/records/letters.ts";
import { LONG_SIDE, MARGIN, SHORT_SIDE } from "./paper.ts";

const FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "SimSun", cs: "Times New Roman" };

export async function renderLetter(letter: IntroductionLetter): Promise<Uint8Array> {
  const children = [...counterfoil(letter), cut(), ...body(letter), cut(), ...receipt(letter)];
  const document = new Document({
    title: `中国共产党党员组织关系介绍信 ${letter.number}`,
    styles: { default: { document: { run: { font: FONT, size: 22 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: SHORT_SIDE, height: LONG_SIDE },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const TITLE = "中国共产党党员组织关系介绍信";

function counterfoil(letter: IntroductionLetter): readonly Paragraph[] {
  return [
    heading(`${TITLE}存根`),
    right(numberLine(letter)),
    indented(
      `${letter.name}同志系中共${letter.membership}党员，组织关系由${letter.from}转到${destination(letter)}。党费交至${letter.duesPaidUntil}。`,
    ),
    right(letter.issuedOn),
  ];
}

function body(letter: IntroductionLetter): readonly Paragraph[] {
  const facts = [letter.sex, letter.age === "" ? "" : `${letter.age}岁`, letter.ethnic].filter((text) => text !== "");
  return [
    heading(TITLE),
    right(numberLine(letter)),
    left(`${letter.heading}：`),
    indented(
      `${letter.name}同志（${facts.join("，")}），身份证号 ${letter.idNumber}，系中共${letter.membership}党员，组织关系由${letter.from}转到${destination(letter)}，请接洽。该同志党费已交至${letter.duesPaidUntil}。`,
    ),
    indented(`（有效期${String(letter.validDays)}天）`),
    right(letter.committee),
    right(`${letter.issuedOn}　（盖章）`),
    left(`党员联系电话：${letter.mobile}　　转出党委联系人：${letter.contact}`),
  ];
}

function receipt(letter: IntroductionLetter): readonly Paragraph[] {
  return [
    heading(`${TITLE}回执联`),
    right(numberLine(letter)),
    left(`${letter.committee}：`),
    indented(`${letter.name}同志的组织关系已转到我处，特此回复。`),
    right("（盖章）　　　　年　　月　　日"),
    left("经办人：　　　　　　　　联系电话："),
  ];
}

function destination({ finallyTo, heading: to }: IntroductionLetter): string {
  return finallyTo === "" ? to : finallyTo;
}

function numberLine({ number }: IntroductionLetter): string {
  return `第 ${number} 号`;
}

function heading(text: string): Paragraph {
  const weight = { bold: true };
  const run = new TextRun({ text: printable(text), size: 30, ...weight });
  return new Paragraph({ children: [run], alignment: AlignmentType.CENTER, spacing: { before: 160, after: 160 } });
}

function left(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(printable(text))], spacing: { line: 400 } });
}

function indented(text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun(printable(text))],
    indent: { firstLine: 440 },
    spacing: { line: 400 },
  });
}

function right(text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun(printable(text))],
    alignment: AlignmentType.RIGHT,
    spacing: { line: 400 },
  });
}

function cut(): Paragraph {
  const line = { style: BorderStyle.DASHED, size: 6, space: 1 };
  return new Paragraph({ border: { bottom: line }, spacing: { before: 200, after: 200 } });
}

/** What XML cannot hold is left out. */
function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cs}/gu, "");
}

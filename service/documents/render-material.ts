/** A material that goes with a report (R8) as a Word file: parts with what was asked, the numbers, what was said, and name lists. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from "docx";
import type { ExportStamp } from "#service/ports/documents.ts";
import type { Material, MaterialParagraph, MaterialPart, MaterialTable } from "#service/ports/reports/materials.ts";
import { LONG_SIDE, MARGIN, SHORT_SIDE, usableWidth } from "./paper.ts";

const FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "SimSun", cs: "Times New Roman" };

const HEAVY = { bold: true } as const;

export async function renderMaterial(material: Material, stamp: ExportStamp): Promise<Uint8Array> {
  const { title, lines, parts, closing } = material;
  const document = new Document({
    title: printable(title),
    creator: stamp.account,
    styles: { default: { document: { run: { font: FONT, size: 22 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: SHORT_SIDE, height: LONG_SIDE },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers: { default: new Header({ children: [small([stamp.secrecyMark ?? "", stamp.unit])] }) },
        footers: { default: new Footer({ children: [small([stamp.unit, stamp.account, stamp.at]), pageNumber()] }) },
        children: [heading(title), ...lines.map(centred), ...parts.flatMap(partContent), ...closing.map(closingLine)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function partContent({ heading: text, paragraphs, table }: MaterialPart): readonly FileChild[] {
  const head = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [new TextRun({ text: printable(text), size: 24, color: "000000", ...HEAVY })],
  });
  return [head, ...paragraphs.map(paragraph), ...(table ? [tableOf(table)] : [])];
}

function paragraph({ text, kind }: MaterialParagraph): Paragraph {
  const look = kind === "question" ? HEAVY : kind === "fact" ? { size: 20, color: "404040" } : {};
  const lines = text.split("\n");
  const children = lines.map(
    (line, at) => new TextRun({ text: printable(line), ...look, ...(at > 0 ? { break: 1 } : {}) }),
  );
  return new Paragraph({ children, indent: { firstLine: 440 }, spacing: { line: 360 }, keepNext: kind !== "plain" });
}

function tableOf({ header, rows, widths }: MaterialTable): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((width / total) * usableWidth("portrait")));
  const row = (texts: readonly string[], isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: texts.map((text, at) => {
        const run = new TextRun({ text: printable(text), size: 18, ...(isHeader ? HEAVY : {}) });
        const width = { size: columnWidths[at] ?? 0, type: WidthType.DXA };
        return new TableCell({ children: [new Paragraph({ children: [run] })], width });
      }),
    });
  const all = [row(header, true), ...rows.map((texts) => row(texts, false))];
  return new Table({ rows: all, columnWidths, layout: TableLayoutType.FIXED });
}

function heading(text: string): Paragraph {
  const run = new TextRun({ text: printable(text), size: 32, color: "000000", ...HEAVY });
  return new Paragraph({ heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, children: [run] });
}

function centred(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(printable(text))] });
}

/** The lines of a signature stay together on one page. */
function closingLine(text: string, at: number, all: readonly string[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { before: at === 0 ? 480 : 240 },
    keepNext: at < all.length - 1,
    children: [new TextRun(printable(text))],
  });
}

function pageNumber(): Paragraph {
  const run = new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 16 });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run] });
}

function small(texts: readonly string[]): Paragraph {
  const text = texts.filter((each) => each !== "").join("　");
  return new Paragraph({ children: [new TextRun({ text: printable(text), size: 16 })] });
}

/** What XML cannot hold is left out. */
function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cs}/gu, "");
}

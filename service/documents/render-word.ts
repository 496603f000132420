import {
  Document,
  Footer,
  Header,
  PageOrientation,
  Packer,
  Paragraph,
  SectionType,
  TextRun,
  type ISectionOptions,
} from "docx";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import type { ExportStamp, WordOptions } from "#service/ports/documents.ts";
import { LONG_SIDE, MARGIN, SHORT_SIDE } from "./paper.ts";
import { pictureParagraphs } from "./word-pictures.ts";
import { sheetContent } from "./word-sheet.ts";

/** Chinese offices print in Song; Western letters beside it in Times. */
const FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "SimSun", cs: "Times New Roman" };

/** A book as a Word file (L18): each sheet a section on A4 as it prints, pictures in an appendix, the stamp on every page (A13). */
export async function renderWord(book: SheetBook, { stamp, pictures }: WordOptions): Promise<Uint8Array> {
  const sections = book.sheets.map((sheet) => sectionOf(sheet.print.orientation, stamp, sheetContent(sheet)));
  const appendix = pictures.length === 0 ? [] : [sectionOf("portrait", stamp, pictureParagraphs(pictures))];
  const document = new Document({
    title: book.title,
    creator: stamp.account,
    styles: { default: { document: { run: { font: FONT, size: 20 } } } },
    sections: [...sections, ...appendix],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function sectionOf(
  orientation: Sheet["print"]["orientation"],
  stamp: ExportStamp,
  children: ISectionOptions["children"],
): ISectionOptions {
  const landscape = orientation === "landscape";
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // docx swaps the sides itself when it is told landscape.
        size: {
          width: SHORT_SIDE,
          height: LONG_SIDE,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      },
    },
    headers: { default: new Header({ children: [stampLine([stamp.secrecyMark ?? "", stamp.unit])] }) },
    footers: { default: new Footer({ children: [stampLine([stamp.unit, stamp.account, stamp.at])] }) },
    children,
  };
}

function stampLine(texts: readonly string[]): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: texts.filter((text) => text !== "").join("　"), size: 16 })] });
}

import { AlignmentType, HeadingLevel, ImageRun, Paragraph, TextRun } from "docx";
import type { WordPicture } from "#service/ports/documents.ts";
import { PIXELS } from "./paper.ts";
import { pictureSize } from "./picture-size.ts";

const KINDS = { "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/bmp": "bmp" } as const;

/** One picture after the other, scaled down to the page, never up; a kind that Word does not know is named only. */
export function pictureParagraphs(pictures: readonly WordPicture[]): readonly Paragraph[] {
  const heading = new Paragraph({
    text: "附：图片材料",
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
  });
  return [heading, ...pictures.flatMap(pictureWithCaption)];
}

function pictureWithCaption({ caption, mediaType, content }: WordPicture): readonly Paragraph[] {
  const line = new Paragraph({ keepNext: true, children: [new TextRun({ text: caption, size: 18 })] });
  const type = isKnown(mediaType) ? KINDS[mediaType] : undefined;
  const size = type && pictureSize(content);
  if (!type || !size) return [line];
  const scale = Math.min(1, PIXELS.width / size.width, PIXELS.height / size.height);
  const transformation = {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
  return [
    line,
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new ImageRun({ type, data: content, transformation })],
    }),
  ];
}

function isKnown(mediaType: string): mediaType is keyof typeof KINDS {
  return Object.hasOwn(KINDS, mediaType);
}

/** Smallest bytes that are what they say, for uploads in tests. */
export const evidenceBytes = {
  pdf: () => Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n"),
  png: () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  jpeg: () => Buffer.from("ffd8ffe000104a46494600010100", "hex"),
  gif: () => Buffer.from("GIF89a\x01\x00\x01\x00\x00\x00\x00;", "latin1"),
  webp: () => Buffer.from("RIFF\x1a\x00\x00\x00WEBPVP8L", "latin1"),
  bmp: () => Buffer.concat([Buffer.from("BM"), Buffer.alloc(12), Buffer.from([40, 0, 0, 0]), Buffer.alloc(40)]),
  mp4: () => Buffer.from("\x00\x00\x00\x20ftypisom\x00\x00\x02\x00", "latin1"),
  heic: () => Buffer.from("\x00\x00\x00\x20ftypheic\x00\x00\x00\x00", "latin1"),
  docx: () => zipOf(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]),
  docm: () => zipOf(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
  xlsx: () => zipOf(["[Content_Types].xml", "xl/workbook.xml"]),
  pptx: () => zipOf(["[Content_Types].xml", "ppt/presentation.xml"]),
  zip: () => zipOf(["photos/a.jpg"]),
  doc: () => oleOf(["Root Entry", "WordDocument"]),
  xls: () => oleOf(["Root Entry", "Workbook"]),
  ppt: () => oleOf(["Root Entry", "PowerPoint Document"]),
  msi: () => oleOf(["Root Entry", "SummaryInformation"]),
  exe: () => Buffer.from("MZ\x90\x00\x03\x00\x00\x00", "latin1"),
  elf: () => Buffer.from("\x7fELF\x02\x01\x01\x00", "latin1"),
  rar: () => Buffer.from("Rar!\x1a\x07\x01\x00", "latin1"),
  shortcut: () => Buffer.from("4c0000000114020000000000c000000000000046", "hex"),
} as const;

/** A ZIP of empty, stored parts with these names. */
export function zipOf(names: readonly string[]): Buffer {
  const locals = names.map((name) => {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    return Buffer.concat([local, Buffer.from(name)]);
  });
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const [body, directory] = [Buffer.concat(locals), Buffer.concat(entries)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, directory, end]);
}

/** An old Office container (MS-CFB) with streams of these names: header, allocation table, directory. */
export function oleOf(streams: readonly string[]): Buffer {
  const sectors = Math.ceil(streams.length / 4);
  const header = Buffer.alloc(512);
  header.write("d0cf11e0a1b11ae1", "hex");
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let sector = 1; sector <= sectors; sector += 1) {
    table.writeUInt32LE(sector === sectors ? 0xfffffffe : sector + 1, sector * 4);
  }
  const directory = Buffer.alloc(sectors * 512);
  streams.forEach((name, index) => {
    directory.write(name, index * 128, "utf16le");
    directory.writeUInt16LE(name.length * 2 + 2, index * 128 + 64);
  });
  return Buffer.concat([header, table, directory]);
}

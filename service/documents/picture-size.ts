export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height from the file's own header; undefined where it is none of the four kinds, or cut off. */
export function pictureSize(content: Uint8Array): PictureSize | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const size = sizeIn(view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function sizeIn(view: DataView): PictureSize | undefined {
  if (view.byteLength < 26) return undefined;
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (view.getUint32(0) === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (view.getUint16(0) === 0x424d)
    return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined;
}

/** Segments from the start of a JPEG on, up to the frame header that says how large it is. */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

/** SOF0 to SOF15 without the three that are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

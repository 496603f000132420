import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { extensionOf, safeFileName } from "#core/ledger/safe-file-name.ts";

describe("safeFileName", () => {
  const cases: readonly (readonly [given: string, safe: string])[] = [
    ["党建工作总结.docx", "党建工作总结.docx"],
    ["  2026年 第一季度（扫描件）.pdf ", "2026年 第一季度（扫描件）.pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\王\\桌面\\照片.jpg", "照片.jpg"],
    ["/absolute/path/a.txt", "a.txt"],
    ["a\u0000b\u001fc\n.txt", "abc.txt"],
    ["invoice\u202Excod.exe", "invoicexcod.exe"],
    ["零\u200B宽\uFEFF.txt", "零宽.txt"],
    ["cafe\u0301.txt", "café.txt"],
    ['问题?<一>"二"|*:.txt', "问题？＜一＞＂二＂｜＊：.txt"],
    ["...hidden", "hidden"],
    ["trailing. . .", "trailing"],
    ["NUL.txt", "_NUL.txt"],
    ["con", "_con"],
    ["console.txt", "console.txt"],
    ["", "unnamed"],
    ["..", "unnamed"],
    ["folder/", "unnamed"],
    ["half\ud800.txt", "half.txt"],
  ];
  for (const [given, safe] of cases) {
    it(`L5 shows ${JSON.stringify(given)} as ${JSON.stringify(safe)}`, () => assert.equal(safeFileName(given), safe));
  }

  it("L5 keeps the ending of a name over 200 characters, and cuts between characters", () => {
    const name = safeFileName(`${"𠮷".repeat(300)}.docx`);
    assert.equal(Array.from(name).length, 200);
    assert.ok(name.endsWith("𠮷.docx"));
    assert.doesNotMatch(name, /\p{Cs}/u);
  });

  it("L5 gives a safe name for any text, and leaves a safe name alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const name = safeFileName(given);
        assert.ok(name.length > 0 && name !== "." && name !== "..");
        assert.doesNotMatch(name, /[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/u);
        assert.equal(safeFileName(name), name);
      }),
    );
  });

  it("takes what stands after the last dot for the extension", () => {
    assert.deepEqual(["a.PDF", "a.tar.gz", "a", ".a", "名.字"].map(extensionOf), ["pdf", "gz", "", "", "字"]);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatWithSymbol } from "#core/sheet/cell-state.ts";
import { oneCell, wholeColumns } from "./rect.ts";
import { renderHtml } from "./render-html.ts";
import { shownText } from "./shown-text.ts";
import { WorkbookModel } from "./workbook-model.ts";

describe("the workbook as a picture", () => {
  for (const [value, numberFormat, text] of [
    [10, "0.00", "10.00"],
    [-1.5, "0.0", "-1.5"],
    [2.5, "General", "2.5"],
    [2, "0.##", "2"],
    [1234.5, "#,##0.0", "1,234.5"],
    [46082, "yyyy/m/d", "2026/3/1"],
    ["10", "@", "10"],
    [8, formatWithSymbol("0.00", "refused") ?? "", "× 8.00"],
    [-8, formatWithSymbol("0.00", "refused") ?? "", "× -8.00"],
    ["无", formatWithSymbol("0.00", "refused") ?? "", "× 无"],
    [null, "0.00", ""],
  ] as const) {
    it(`shows ${String(value)} as ${text} in ${numberFormat}`, () => {
      assert.equal(shownText({ value, numberFormat }), text);
    });
  }

  it("draws fills, merges, prompts and tabs, and leaves out hidden columns", () => {
    const workbook = new WorkbookModel("定量<任务>");
    const sheet = workbook.activeSheet;
    workbook.enter(sheet, oneCell(0, 1), () => "标题 & 说明");
    workbook.merge(sheet, { top: 0, left: 1, bottom: 0, right: 3 });
    workbook.format(sheet, oneCell(1, 1), ({ style }) => ({
      style: { ...style, fill: "FFFBE6" },
      validation: { type: "custom", ignoreBlanks: true, prompt: { title: "说明", message: "李四 改为 6", show: true } },
    }));
    sheet.setColumns(wholeColumns(0), { hidden: true });
    workbook.select(sheet, oneCell(1, 1));
    const html = renderHtml(workbook, { rows: 3, columns: 4 });
    assert.match(html, /colspan="3"[^>]*>标题 &amp; 说明</);
    assert.match(
      html,
      /class="selected" style="[^"]*background:#FFFBE6[^"]*"><div class="prompt"><b>说明<\/b><br>李四 改为 6/,
    );
    assert.match(html, /<span class="tab active">定量&lt;任务&gt;</);
    assert.doesNotMatch(html, />A<\/th>/);
  });
});

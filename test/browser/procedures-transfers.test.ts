import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { fillReceipt } from "#test/builders/letter-receipts.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { fitsTheWidth, seriousFindings } from "#test/addin/screens/page-checks.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const TODAY = "2026-06-01";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];

describe("transfers in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    for (let serial = 1; serial <= 8; serial += 1) {
      const mobile = serial === 3 ? { mobile: "" } : {};
      const facts = { idNumber: anIdNumber(serial), name: `毕业${String(serial)}`, ...mobile };
      await saveRecord(service.services, { id: `per_${String(serial)}`, branch: "b11", facts });
    }
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    await page.context().close();
  });

  async function open(name: string, part: string): Promise<void> {
    ({ page } = await WorkbenchPage.signIn(browser, service.url, name));
    await page.getByRole("button", { name: "组织工作" }).click();
    await page.getByRole("tab", { name: "组织关系转接" }).click();
    await page.getByRole("tab", { name: part, exact: true }).click();
  }
  async function looksWell(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
    assert.deepEqual(await seriousFindings(page), [], name);
    assert.ok(await fitsTheWidth(page), `${name} is too wide`);
  }
  /** Pages begin with the day of the browser; the service of these tests lives on another. */
  async function date(reason: string, within: Pick<Page, "getByLabel"> = page): Promise<void> {
    await within.getByLabel(/^日期/).fill(TODAY);
    await within.getByLabel("事由").fill(reason);
  }
  async function tick(...names: readonly string[]): Promise<void> {
    for (const name of names) await page.getByRole("checkbox", { name, exact: true }).check();
  }
  const unitOf = async (id: string): Promise<string | undefined> => {
    const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(id)]));
    return person?.belongings.find(({ until }) => until === null)?.unitId;
  };

  it("M12b a class goes out in one sheet, each with his destination pasted; who lacks a mobile is refused by name", async () => {
    await open("b11", "开具介绍信");
    await date("毕业");
    await tick("毕业1", "毕业2", "毕业3");
    const rows = "g2\t\t2026.5\n南方省委组织部\t南方大学党委\t2026-05\ng2\t\t2026年5月";
    await page.getByLabel("去向（代码或党委名称）：毕业1").evaluate((box, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, rows);
    await looksWell("transfers-issue");
    await page.getByRole("button", { name: "开具 3 封介绍信" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("2 人：江南医科大学党委 / 基础医学院党总支").waitFor();
    await looksWell("transfers-confirm");
    await dialog.getByRole("button", { name: "确认开具" }).click();
    await page.getByText("已开具 2 封介绍信").waitFor();
    await page.getByText("毕业3：请先填写：手机。").waitFor();
    assert.equal(await unitOf("per_1"), unitIdOf("b11"));
    await page.getByRole("radio", { name: /^整建制转出/ }).check();
    await page.getByText(/毕业1（有介绍信在途）.*毕业3（缺手机）/).waitFor();
  });

  it("M12 M12a M13 a receiver takes in; the committee releases what it compared; a workbook brings the receipt back", async () => {
    await open("g2", "转入");
    await tick("毕业1");
    await page.getByRole("button", { name: "接收到支部" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("日期").fill(TODAY);
    await dialog.getByLabel("党支部").selectOption({ label: "基础第一党支部" });
    await looksWell("transfers-receive");
    await dialog.getByRole("button", { name: "接收到支部" }).click();
    await page.getByText("已办理 1 件。").waitFor();
    assert.equal(await unitOf("per_1"), unitIdOf("b21"));
    await page.context().close();

    await open("c", "转出");
    await tick("毕业2");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "介绍信：毕业2" }).click();
    assert.match((await saved).suggestedFilename(), /^组织关系介绍信 2026-0001 毕业2.*\.docx$/);
    await page.getByRole("button", { name: "核对放行" }).click();
    await page.getByLabel(/^日期/).fill(TODAY);
    await page.getByRole("checkbox", { name: /逐项核对/ }).check();
    await page.getByRole("dialog").getByRole("button", { name: "核对放行" }).click();
    await page.getByText("已办理 1 件。").waitFor();
    await looksWell("transfers-out");
    await tick("毕业2");
    await page.getByRole("button", { name: "导出交换工作簿" }).click();
    const workbook = page.waitForEvent("download");
    await page.getByRole("dialog").getByLabel("理由").fill("寄往接收党委");
    await page.getByRole("dialog").getByRole("button", { name: "导出" }).click();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await (await workbook).path());
    fillReceipt(book, "毕业2", TODAY);
    const buffer = Buffer.from(await book.xlsx.writeBuffer());
    await page.locator("input[type='file']").setInputFiles({ name: "回执.xlsx", mimeType: XLSX, buffer });
    await page.getByText(/^没有这样的介绍信/).waitFor();
    assert.equal(await unitOf("per_2"), undefined);
  });

  it("M11 ticked people move to a branch at once", async () => {
    await open("g1", "党内调整");
    await page.getByLabel("党支部").selectOption({ label: "机关第二党支部" });
    await date("支部调整");
    await tick("毕业4", "毕业5");
    await page.getByRole("button", { name: "调整 2 人" }).click();
    await page.getByText("已办理 2 人。").waitFor();
    assert.deepEqual([await unitOf("per_4"), await unitOf("per_5")], [unitIdOf("b12"), unitIdOf("b12")]);
    await looksWell("transfers-inside");
  });

  it("M12 M13 a person of others is asked for by exact number and name; a new one comes by the registration form", async () => {
    await open("g2", "申请与报到");
    const ask = page.getByRole("region", { name: "向转出方申请" });
    await ask.getByLabel("姓名").fill("毕业6");
    await ask.getByLabel("身份证号").fill(anIdNumber(7));
    await ask.getByLabel("事由").fill("已来我处工作");
    await ask.getByRole("button", { name: "提出申请" }).click();
    await ask.getByRole("alert").waitFor();
    await ask.getByLabel("身份证号").fill(anIdNumber(6));
    await ask.getByRole("button", { name: "提出申请" }).click();
    await page.getByText("已向毕业6所在党组织提出申请。").waitFor();

    const form = page.getByRole("region", { name: "首次转入（登记表）" });
    await form.getByLabel("来信党委").fill("北方省委组织部");
    await form.getByLabel("介绍信编号").fill("北-9");
    await form.getByLabel("党支部").selectOption({ label: "基础第二党支部" });
    await date("工作调入", form);
    await form.getByLabel("姓名").fill("远来");
    await form.getByLabel("身份证号").fill(anIdNumber(901).replace(/.$/, (last) => (last === "1" ? "2" : "1")));
    await form.getByLabel("手机").fill("13900000901");
    await form.getByLabel("入党日期", { exact: true }).fill("2020-06-30");
    await form.getByRole("button", { name: "登记并接收" }).click();
    await form.getByText(/校验/).waitFor();
    await looksWell("transfers-arrival");
    await form.getByLabel("身份证号").fill(anIdNumber(901));
    await form.getByRole("button", { name: "登记并接收" }).click();
    await page.getByText("远来已接收。").waitFor();
  });

  it("M15 a member who cannot be reached gets a keeper and a branch, and is found again", async () => {
    await open("g1", "失联党员");
    const mark = page.getByRole("region", { name: "登记失联" });
    await mark.getByLabel("失联日期").fill("2026-01-15");
    await mark.getByLabel("失联情形").selectOption({ label: "毕业后去向不明" });
    await mark.getByLabel("管理人").fill("毕业8");
    await mark.getByLabel("管理人").press("Enter");
    await mark.getByRole("button", { name: "另选：管理人" }).waitFor();
    await mark.getByLabel("编入党支部").selectOption({ label: "机关第二党支部" });
    await date("多次联系无果", mark);
    await mark.getByRole("checkbox", { name: "毕业7", exact: true }).check();
    await mark.getByRole("button", { name: "登记 1 人失联" }).click();
    const lost = page.getByRole("region", { name: "现有失联党员" });
    await lost.getByRole("checkbox", { name: "毕业7", exact: true }).check();
    await looksWell("transfers-lost");
    await lost.getByLabel("恢复联系后编入").selectOption({ label: "机关第一党支部" });
    await date("本人来电", lost);
    await lost.getByRole("button", { name: "1 人恢复联系" }).click();
    await lost.getByText("没有失联党员。").waitFor();
    assert.equal(await unitOf("per_7"), unitIdOf("b11"));
  });
});

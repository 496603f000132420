import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Locator, Page } from "playwright-core";
import { callsOf, openHarness, untilCalled, type Harness } from "./open-harness.ts";
import { fitsTheWidth, focusedName, seriousFindings } from "./page-checks.ts";

const SCENES: readonly string[] = [
  ...["sign-in", "sign-in-unreachable", "change-password", "change-password-first", "personal-centre"],
  ...["accounts", "accounts-choose", "accounts-empty", "accounts-loading", "accounts-failed"],
  ...["stages", "audit", "fairness", "fairness-empty"],
];

describe("the administrative screens in a browser", function () {
  this.timeout(240_000);
  let harness: Harness;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    harness = await openHarness();
  });
  afterEach(async () => {
    await page.close();
  });
  after(async () => {
    await harness.close();
  });

  async function open(scene: string, language: "zh-CN" | "en" = "zh-CN"): Promise<void> {
    page = await harness.open(scene, language);
  }
  const button = (name: string | RegExp): Locator =>
    page.getByRole("button", { name, exact: typeof name === "string" });

  for (const scene of SCENES) {
    it(`${scene} has no serious accessibility finding and fits 1366 x 768, in both languages`, async () => {
      await open(scene, "en");
      assert.ok(await fitsTheWidth(page), "scrolls sideways in English");
      await page.close();
      await open(scene);
      assert.ok(await fitsTheWidth(page), "scrolls sideways in Chinese");
      assert.deepEqual(await seriousFindings(page), []);
    });
  }

  describe("sign-in", () => {
    it("A1 works by keyboard alone: name, password, Enter", async () => {
      await open("sign-in");
      await page.keyboard.type("jgdzz");
      await page.keyboard.press("Tab");
      await page.keyboard.type("right");
      await page.keyboard.press("Enter");
      await untilCalled(page, 2);
      const [asked, done] = await callsOf(page);
      assert.deepEqual(asked, { name: "signIn", given: [{ name: "jgdzz", password: "right" }] });
      assert.equal(done?.name, "signedIn");
    });

    it("A1 goes from field to field in the order one reads", async () => {
      await open("sign-in");
      const order: string[] = [];
      for (let step = 0; step < 6; step += 1) {
        order.push(await focusedName(page));
        await page.keyboard.press("Tab");
      }
      assert.deepEqual(order, ["username", "password", "显示密码", "登录", "中文", "English"]);
    });

    it("A1 is a form that password managers know, and shows the password on demand", async () => {
      await open("sign-in");
      const password = page.locator("input[name=password]");
      assert.equal(await page.locator("form input[autocomplete=username]").count(), 1);
      assert.equal(await password.getAttribute("autocomplete"), "current-password");
      await button("显示密码").click();
      assert.equal(await password.getAttribute("type"), "text");
      await button("隐藏密码").click();
      assert.equal(await password.getAttribute("type"), "password");
    });

    it("A8 says the same about every failed attempt, keeps what was typed", async () => {
      await open("sign-in", "en");
      await signIn(page, "jgdzz", "wrong");
      await page.getByRole("alert").waitFor();
      assert.equal(await page.getByLabel("Account").inputValue(), "jgdzz");
    });

    it("A8 shows until when an account is locked, and lets another one try", async () => {
      await open("sign-in", "en");
      await signIn(page, "jgdzz", "locked");
      assert.match(await page.getByRole("alert").innerText(), /locked until 2026-11-22 09:15, about 15/);
      assert.equal(await button("Sign in").getAttribute("aria-disabled"), "true");
      await page.getByLabel("Account").fill("hlxydzz");
      assert.equal(await button("Sign in").getAttribute("aria-disabled"), null);
    });

    it("says that the service does not answer", async () => {
      await open("sign-in-unreachable");
      assert.match(await page.getByRole("alert").innerText(), /连不上/);
      await button("重新连接").click();
      assert.equal((await callsOf(page))[0]?.name, "checkAgain");
    });

    it("switches the language in place", async () => {
      await open("sign-in");
      await button("English").click();
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
    });

    it("asks for what is missing before it asks the service", async () => {
      await open("sign-in");
      await button("登录").click();
      await page.getByText("请填写账号").waitFor();
      assert.deepEqual(await callsOf(page), []);
    });
  });

  describe("a new password", () => {
    it("A2 shows which rules are met while one types, and a refusal at its field", async () => {
      await open("change-password-first");
      await page.getByLabel("账号条上的一次性密码").fill("Kq7m-Vx2p-0001");
      await page.getByLabel("新密码", { exact: false }).first().fill("short");
      assert.equal(await page.locator(".password-rule-broken").count(), 1);
      await page.locator("input[name=fresh]").fill("mango-river-tuba-42");
      await page.locator("input[name=again]").fill("mango-river-tuba-42");
      assert.equal(await page.locator(".password-rule-met").count(), 3);
      await button("修改密码").click();
      await page.locator("input[name=fresh][aria-invalid=true]").waitFor();
      const given = { old: "Kq7m-Vx2p-0001", new: "mango-river-tuba-42" };
      assert.deepEqual(await callsOf(page), [{ name: "changePassword", given: [given] }]);
    });
  });

  describe("the personal centre", () => {
    it("A3 ends another session, never offers to end this one", async () => {
      await open("personal-centre");
      assert.equal(await button(/^退出: /).count(), 1);
      await button(/^退出: /).click();
      await untilCalled(page, 2);
      assert.deepEqual((await callsOf(page))[0], { name: "endSession", given: ["s2"] });
    });

    it("A3 changes the phone, however it is typed", async () => {
      await open("personal-centre");
      await button("修改: 手机号").click();
      await page.keyboard.type("１３８ 0000-1111");
      await page.keyboard.press("Enter");
      await page.getByText("手机号已修改。").waitFor();
      assert.deepEqual((await callsOf(page))[0], { name: "changePhone", given: ["13800001111"] });
    });
  });

  describe("accounts", () => {
    it("A4 makes member accounts by keyboard alone: open, paste, send, slips once", async () => {
      await open("accounts");
      await button("批量开通党员账号").focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "TEXTAREA");
      await page.keyboard.insertText("姓名\t手机号\n张三\t１３８００００１１１１\n李四\t");
      await page.getByText("2 人可开通").waitFor();
      assert.deepEqual(await seriousFindings(page), []);
      await tabTo(page, "开通 2 个账号");
      await page.keyboard.press("Enter");
      await page.getByText("一次性密码只显示这一次").waitFor();
      const members = [
        { name: "张三", phone: "13800001111" },
        { name: "李四", phone: null },
      ];
      const term = { kind: "long-term", from: null, to: null };
      assert.deepEqual(await callsOf(page), [{ name: "makeMembers", given: [{ branchId: "gb0b0", members, term }] }]);
      assert.deepEqual(await seriousFindings(page), []);
    });

    it("A4 sends nothing while a row has a problem", async () => {
      await open("accounts");
      await button("批量开通党员账号").click();
      await page.getByLabel("姓名和手机号").fill("张三\t1380000111");
      await button(/^开通/).click();
      await page.getByText("请先改正有问题的行").waitFor();
      assert.deepEqual(await callsOf(page), []);
    });

    it("A2 closes the slips only once they are said to be safe: Escape does nothing", async () => {
      await open("accounts");
      await resetPassword(page);
      await page.keyboard.press("Escape");
      await button("完成").click({ force: true });
      assert.equal(await page.locator(".slips-dialog").count(), 1);
      await page.getByLabel("已打印或已当面交付").check();
      await button("完成").click();
      await page.locator(".slips-dialog").waitFor({ state: "detached" });
    });

    it("A2 prints nothing but slips, ten to an A4 page", async () => {
      await open("accounts");
      await button("批量开通党员账号").click();
      const names = Array.from({ length: 25 }, (_, index) => `党员${index}`).join("\n");
      await page.getByLabel("姓名和手机号").fill(names);
      await button("开通 25 个账号").click();
      await page.getByText("一次性密码只显示这一次").waitFor();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 3);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator(".slip:visible").count(), 25);
      assert.equal(await page.getByRole("heading", { name: "账号管理" }).isVisible(), false);
    });

    it("A4 greys out what is not one's to do and says why", async () => {
      await open("accounts");
      const reset = button("重置密码: jgjgdydzb");
      assert.equal(await reset.getAttribute("aria-disabled"), "true");
      await reset.focus();
      await page.locator("[role=tooltip]:visible", { hasText: "只有开户单位可以重置和解锁" }).waitFor();
      await page.keyboard.press("Enter");
      assert.equal(await page.getByRole("dialog").count(), 0);
    });

    it("A8 unlocks with a reason, which goes along", async () => {
      await open("accounts");
      await button("解锁: 周文强").click();
      await button("解锁").click();
      assert.deepEqual(await callsOf(page), []);
      await page.getByLabel("理由").fill("本人来办公室确认");
      await button("解锁").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.deepEqual((await callsOf(page))[0], { name: "change", given: ["a3", "unlock", "本人来办公室确认"] });
    });

    it("A4 decides on a request, and refuses only with a remark", async () => {
      await open("accounts");
      await page.getByRole("tab", { name: /账号申请/ }).click();
      await button("审批: 20261120-7F3K9A").click();
      await button("不同意").click();
      await page.getByText("请写明不同意的原因").waitFor();
      await page.getByLabel("审批意见").fill("任职文件未附");
      await button("不同意").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      const decision = { approve: false, remark: "任职文件未附" };
      assert.deepEqual((await callsOf(page))[0], { name: "decideRequest", given: ["r1", decision] });
    });
  });

  describe("stages, audit", () => {
    it("L15 reopens closed ledgers only with a reason", async () => {
      await open("stages");
      await button("重新开放: 党支部").click();
      await button("重新开放").click();
      assert.deepEqual(await callsOf(page), []);
      await page.getByLabel("理由").fill("上级要求补评一周");
      await button("重新开放").click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      const given = (await callsOf(page))[0]?.given[0] as { readonly closed: boolean; readonly reason: string };
      assert.deepEqual([given.closed, given.reason], [false, "上级要求补评一周"]);
    });

    it("L15 does not save a last day before the first", async () => {
      await open("stages");
      await page.getByLabel("二级党组织互评结束日期").fill("2026-11-01");
      await page.getByText("结束日期早于开始日期").waitFor();
      assert.equal(await button("保存: 二级党组织").getAttribute("aria-disabled"), "true");
    });

    it("A15 says in plain words that the chain is intact", async () => {
      await open("audit");
      await button("校验审计链").click();
      await page.getByText("审计链完整：1042 条记录").waitFor();
    });

    it("A16 shows of a sensitive value only that it changed, and filters by a click", async () => {
      await open("audit", "en");
      await page.getByText("changed (not shown)").waitFor();
      await page.getByText("林正平").click();
      await page.getByRole("button", { name: /Account: 林正平/ }).waitFor();
    });
  });
});

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel("Account").fill(name);
  await page.locator("input[name=password]").fill(password);
  await page.keyboard.press("Enter");
}

async function resetPassword(page: Page): Promise<void> {
  await page.getByRole("button", { name: "重置密码: 周文强" }).click();
  await page.getByLabel("理由").fill("本人忘记密码");
  await page.getByRole("button", { name: "重置密码", exact: true }).click();
  await page.locator(".slips-dialog").waitFor();
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    if ((await focusedName(page)) === name) return;
  }
  assert.fail(`the keyboard does not reach ${name}`);
}

import ExcelJS from "exceljs";
import type { Day } from "#core/kernel/instant.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";

/** Everything an office knows of a member, as it keeps it in one sheet: one column a field, dates as text, codes as codes. */
const COLUMNS = {
  ...{
    name: "姓名",
    sex: "性别",
    ethnic: "民族",
    birthDate: "出生日期",
    idNumber: "公民身份号码",
    nativePlace: "籍贯",
  },
  ...{ education: "学历", degree: "学位", mobile: "手机号码", workStart: "参加工作时间" },
  ...{ appliedOn: "申请入党日期", joinedOn: "入党日期", unit: "所在党支部" },
} as const;

export const MEMBERS_SHEET = "党员";
const TODAY = "2026-06-01" as Day;
const BRANCHES = ["机关第一党支部", "机关第二党支部"];
const SURNAMES = Array.from("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华");
const GIVEN = Array.from("建国文军志明海燕晓红玉兰春梅永强丽华");

/** A register of so many invented members, written while they are drawn. */
export async function writeMembers(filename: string, people: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet(MEMBERS_SHEET);
  sheet.addRow(Object.values(COLUMNS)).commit();
  const random = seededRandom(people);
  for (let serial = 0; serial < people; serial += 1) {
    const name = `${random.pick(SURNAMES)}${random.pick(GIVEN)}${random.pick(GIVEN)}`;
    const facts = {
      ...drawRecord(random, {
        ...{ name, mobile: `138${String(serial).padStart(8, "0")}`, stage: "full", setting: "university" },
        ...{ shares: UNIVERSITY_SHARES, today: TODAY, serial },
      }),
      unit: BRANCHES[serial % BRANCHES.length],
    };
    sheet.addRow(Object.keys(COLUMNS).map((key) => (facts as Readonly<Record<string, string>>)[key] ?? "")).commit();
  }
  sheet.commit();
  await workbook.commit();
}

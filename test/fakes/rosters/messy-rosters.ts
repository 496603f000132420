import ExcelJS from "exceljs";
import type { Facts } from "#core/people/person/facts.ts";

/**
 * Rosters as offices really send them, written from the same people: what an import must understand is spelled in another way in
 * each. Row numbers are 1-based, as an officer counts.
 */
export interface MessyRoster {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sheet: string;
  /** Row of each person, in their order. */
  readonly rows: readonly number[];
}

/** A person and the name of his branch. */
export interface RosterPerson {
  readonly facts: Facts;
  readonly branch: string;
}

const of = ({ facts }: RosterPerson, key: string): string => facts[key] ?? "";
const SEX: Readonly<Record<string, string>> = { "1": "男", "2": "女" };
const ETHNIC: Readonly<Record<string, string>> = { "01": "汉族", "03": "回族", "08": "壮", "11": "满" };

/** Title, two levels of headings, dates as text in three spellings, blanks before codes, a sum line and instructions below. */
export async function collegeRoster(people: readonly RosterPerson[]): Promise<MessyRoster> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("党员名册");
  sheet.addRow(["云州大学二级学院党员名册"]);
  sheet.mergeCells("A1:K1");
  sheet.addRow(["填报单位：", "", "", "", "", "", "填表日期：2026年11月"]);
  sheet.addRow(["序号", "姓  名", "基本情况", "", "", "", "联系方式", "入党情况", "", "所在党支部", "备注"]);
  sheet.addRow([
    "",
    "",
    "性别",
    "民 族",
    "出生年月日",
    "公民身份号码*",
    "手机号码",
    "申请入党时间",
    "入党时间",
    "",
    "",
  ]);
  for (const range of ["A3:A4", "B3:B4", "C3:F3", "H3:I3", "J3:J4", "K3:K4"]) sheet.mergeCells(range);
  const rows = people.map((person, index) => {
    const row = sheet.addRow([
      index + 1,
      ` ${of(person, "name")} `,
      SEX[of(person, "sex")],
      ` ${ETHNIC[of(person, "ethnic")] ?? of(person, "ethnic")}`,
      spelledDay(of(person, "birthDate"), index),
      ` ${of(person, "idNumber").toLowerCase()}`,
      of(person, "mobile").replace(/^(\d{3})(\d{4})/, "$1 $2 "),
      spelledDay(of(person, "appliedOn"), index + 1),
      spelledDay(of(person, "joinedOn"), index + 2),
      person.branch,
      "",
    ]);
    return row.number;
  });
  sheet.addRow(["合计", `${String(people.length)}人`]);
  const note = sheet.addRow(["填表说明：1.身份证号码须为18位。2.日期填写到日。3.本表一式两份。"]);
  sheet.mergeCells(note.number, 1, note.number, 11);
  return { bytes: await written(book), sheet: "党员名册", rows };
}

/** Real dates of the 1904 system, full-width digits, the branch merged over the rows of its people, headings on every page. */
export async function hospitalRoster(people: readonly RosterPerson[]): Promise<MessyRoster> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = true;
  const sheet = book.addWorksheet("在册人员");
  const headings = ["党支部名称", "姓名", "身份证号码", "性别", "出生日期", "学历", "入党日期", "联系电话（手机）"];
  const groups = new Map<string, RosterPerson[]>();
  for (const person of people) groups.set(person.branch, [...(groups.get(person.branch) ?? []), person]);
  const places = new Map<RosterPerson, number>();
  for (const [branch, members] of groups) {
    sheet.addRow(headings);
    const first = sheet.rowCount + 1;
    for (const person of members) {
      const row = sheet.addRow([
        branch,
        of(person, "name"),
        wide(of(person, "idNumber")),
        SEX[of(person, "sex")],
        dateOf(of(person, "birthDate")),
        EDUCATION[of(person, "education")] ?? "",
        dateOf(of(person, "joinedOn")),
        wide(of(person, "mobile")),
      ]);
      for (const column of [5, 7]) row.getCell(column).numFmt = "yyyy/m/d";
      places.set(person, row.number);
    }
    const last = sheet.rowCount;
    if (last > first) sheet.mergeCells(first, 1, last, 1);
    sheet.addRow(["小计", "", `共${String(members.length)}人`]);
  }
  return { bytes: await written(book), sheet: "在册人员", rows: people.map((person) => places.get(person) ?? 0) };
}

/** Officers' lists of whole columns, the ID number before the name, codes with blanks, dates with points and without days of the week. */
export async function companyRoster(people: readonly RosterPerson[]): Promise<MessyRoster> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Sheet1");
  sheet.addRow([
    "证件号码",
    "姓名",
    "支部",
    "民族代码",
    "出生日期",
    "参加工作时间",
    "申请入党日期",
    "入党日期",
    "手机",
  ]);
  const rows = people.map((person, index) => {
    const row = sheet.addRow([
      of(person, "idNumber"),
      of(person, "name"),
      ` ${person.branch}`,
      ` ${of(person, "ethnic")}`,
      of(person, "birthDate").replaceAll("-", "."),
      of(person, "workStart").replace("-", "."),
      of(person, "appliedOn").replaceAll("-", index % 2 === 0 ? "/" : "-"),
      of(person, "joinedOn").replaceAll("-", ""),
      Number(of(person, "mobile")),
    ]);
    row.getCell(1).numFmt = "@";
    return row.number;
  });
  return { bytes: await written(book), sheet: "Sheet1", rows };
}

const EDUCATION: Readonly<Record<string, string>> = {
  "11": "博士研究生毕业",
  "14": "硕士研究生毕业",
  "21": "大学本科毕业",
  "31": "大学专科毕业",
};

function spelledDay(day: string, turn: number): string | Date {
  if (day === "") return "";
  const [year = "", month = "", date = ""] = day.split("-");
  switch (turn % 4) {
    case 0:
      return `${year}年${String(Number(month))}月${String(Number(date))}日`;
    case 1:
      return `${year}.${month}.${date}`;
    case 2:
      return `${year}-${String(Number(month))}-${String(Number(date))}`;
    default:
      return dateOf(day);
  }
}

function dateOf(day: string): Date | string {
  return day === "" ? "" : new Date(`${day}T00:00:00Z`);
}

/** Digits as an input method for Chinese writes them. */
function wide(text: string): string {
  return text.replace(/[\dX]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

async function written(book: ExcelJS.Workbook): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

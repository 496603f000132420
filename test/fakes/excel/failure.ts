/** An answer of Excel that is an error: it reaches the caller as OfficeExtension.Error with this code. */
export class ExcelFailure extends Error {
  readonly code: string;

  constructor(code: ExcelFailureCode, message?: string) {
    super(message ?? MESSAGES[code]);
    this.code = code;
  }
}

// Excel's own words, in the language of the desk.
const MESSAGES = {
  AccessDenied: "您无法执行所请求的操作。",
  InvalidOperationInCellEditMode:
    "Excel 处于单元格编辑模式。请按 Enter 或 Tab 或选择其他单元格来退出编辑模式，然后重试。",
  ItemNotFound: "所请求的资源不存在。",
  ItemAlreadyExists: "所创建的资源已存在。",
  InvalidArgument: "参数无效或缺少，或格式不正确。",
  InvalidReference: "该引用对于当前操作无效。",
  InvalidOperation: "尝试的操作在该对象上无效。",
  InvalidObjectPath: "对象路径对于你要执行的操作无效。",
  FilteredRangeConflict: "尝试的操作导致与已筛选区域冲突。",
  MergedRangeConflict: "无法完成该操作。表格不能与数据透视表、查询结果、合并单元格或 XML 映射重叠。",
  InsertDeleteConflict: "尝试的插入或删除操作导致冲突。",
  NonBlankCellOffSheet: "Microsoft Excel 无法插入新单元格，因为它会将非空单元格推离工作表末尾。",
  ApiNotFound: "你尝试使用的 API 找不到。",
  NotImplemented: "未实现所请求的功能。",
  GeneralException: "处理请求时出现内部错误。",
} as const;

export type ExcelFailureCode = keyof typeof MESSAGES;

import type { WorkbookEvent } from "#test/fakes/workbook/change-log.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { rangeAreasObject } from "./classes/range-areas.ts";
import { rangeObject } from "./classes/range.ts";
import { worksheetObject } from "./classes/worksheet.ts";
import { serviceObject } from "./classes/services.ts";
import { workbookObject } from "./classes/workbook.ts";
import { Counters } from "./counters.ts";
import type { Desk, DeskRules } from "./desk.ts";
import { EventDesk, type EventEntry } from "./event-desk.ts";
import { ExcelFailure } from "./failure.ts";
import { Faults, STATUS } from "./faults.ts";
import { MemberGate } from "./member-gate.ts";
import { processRequest, type RequestDesk } from "./process-request.ts";
import { type ExcelProfile, LTSC_2021 } from "./profiles.ts";
import { References } from "./references.ts";
import { ACTION, type RequestBody, type ResponseBody } from "./request.ts";
import { type CommandResult, DISPATCH, type HostCall, type HostEvent } from "./wire.ts";

export interface ExcelHostOptions {
  readonly workbook?: WorkbookModel;
  readonly profile?: ExcelProfile;
  readonly locale?: "zh-CN" | "en-US";
  /** What Office.context.document.settings hold when the workbook is opened, as JSON by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

const LARGEST_BODY = 5 * 1024 * 1024;

/** Excel as office.js meets it: takes requests, changes the workbook, sends events. One per test. */
export class ExcelHost {
  readonly workbook: WorkbookModel;
  readonly profile: ExcelProfile;
  readonly counters = new Counters();
  readonly faults = new Faults();
  readonly rules: DeskRules = {
    validationOnProtected: "unlocked",
    structureProtected: false,
    deniedSheets: new Set(),
    filteredSheets: new Set(),
  };
  readonly pane = { visible: true };
  /** Excel never tells the library about itself, so that Office.onReady stays without an answer. */
  neverReady = false;
  readonly settings: Map<string, string>;
  readonly locale: string;
  readonly #misuse: string[] = [];
  readonly #events = new EventDesk();
  readonly #references = new References();
  readonly #request: RequestDesk;
  readonly #listeners = new Set<(event: HostEvent) => void>();
  readonly #commands = new Map<string, (result: CommandResult) => void>();
  #nextCommand = 1;
  #active: string;
  #connected = true;

  constructor(options: ExcelHostOptions = {}) {
    this.workbook = options.workbook ?? new WorkbookModel();
    this.profile = options.profile ?? LTSC_2021;
    this.locale = options.locale ?? "zh-CN";
    this.settings = new Map(Object.entries(options.settings ?? {}));
    this.#active = this.workbook.activeSheet.id;
    const gate = new MemberGate(this.profile, this.#misuse);
    const desk = this.#makeDesk(gate);
    const roots = {
      workbook: workbookObject(desk),
      service: (name: string) => serviceObject(name, desk),
      reference: (id: string) => this.#references.get(id),
    };
    this.#request = { desk, gate, roots };
    this.workbook.on((event) => this.#onWorkbook(event));
  }

  get hostInfo(): string {
    return `Excel$Win32$16.01$${this.locale}$$$disableLogging$1`;
  }
  /** Listeners and ranges that the add-in still has with Excel: none after it was closed. */
  get held(): { readonly listeners: number; readonly ranges: number } {
    return { listeners: this.#events.registrations, ranges: this.#references.count };
  }
  get eventDesk(): EventDesk {
    return this.#events;
  }

  /** @throws when a member was used that the fake or this Excel does not have, or a planned fault never came. */
  assertClean(): void {
    if (this.#misuse.length > 0) throw new Error(`not in this Excel:\n${[...new Set(this.#misuse)].join("\n")}`);
    if (!this.faults.isSpent) throw new Error("a planned fault never came");
  }

  /** What `window.external.Execute` does; undefined: never answered. */
  execute(dispatch: number, parameters: readonly unknown[]): HostCall | undefined {
    if (this.faults.silent || !this.#connected) return undefined;
    if (dispatch === DISPATCH.commandCompleted) return this.#completeCommand(parameters);
    if (dispatch !== DISPATCH.richApi) {
      this.#misuse.push(`dispatch ${dispatch} is not served by the fake`);
      return { status: 5000 };
    }
    const message = parameters[0] as readonly unknown[];
    const call = this.#executeBatch(String(message[4]));
    this.#deliver();
    return call;
  }

  /** @returns how to stop it */
  onEvent(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A button of the ribbon or of the context menu; @returns once the command called event.completed. */
  runCommand(name: string): Promise<CommandResult> {
    const id = `command-${this.#nextCommand}`;
    this.#nextCommand += 1;
    return new Promise((resolve) => {
      this.#commands.set(id, resolve);
      this.#send({ type: "command", id, name, source: JSON.stringify({ source: { id: name } }) });
    });
  }

  /** Nothing is answered or told any more: the page was closed. */
  disconnect(): void {
    this.#connected = false;
    this.#listeners.clear();
  }
  /** A page is opened again on the same workbook. */
  connect(): void {
    this.#connected = true;
  }

  #executeBatch(text: string): HostCall {
    const body = JSON.parse(text) as RequestBody;
    const bytes = Buffer.byteLength(text);
    const kind = kindOf(body);
    const call = this.#answer(body, { bytes, isWork: kind === "work" });
    const answerBytes = call.body === undefined ? 0 : Buffer.byteLength(call.body);
    this.counters.add({ actions: body.Actions.length, bytes, answerBytes, kind, failure: call.failure ?? "" });
    return call;
  }

  #answer(body: RequestBody, { bytes, isWork }: { readonly bytes: number; readonly isWork: boolean }): HostCall {
    if (bytes > LARGEST_BODY) return refused(STATUS.requestTooLarge);
    const fault = isWork ? this.faults.next() : undefined;
    if (fault?.type === "status") return refused(fault.status);
    const cut = fault ? { ...body, Actions: body.Actions.slice(0, fault.afterActions) } : body;
    const response = this.workbook.by("addin", () => processRequest(cut, this.#request));
    if (fault && !response.Error) response.Error = errorOf(new ExcelFailure(fault.code), cut.Actions.length);
    const answer = JSON.stringify(response);
    if (Buffer.byteLength(answer) > LARGEST_BODY) return refused(STATUS.answerTooLarge);
    return { status: 0, body: answer, ...(response.Error ? { failure: response.Error.Code } : {}) };
  }

  #completeCommand([id, status, data]: readonly unknown[]): HostCall {
    const settle = this.#commands.get(String(id));
    this.#commands.delete(String(id));
    settle?.({ status: Number(status), data: String(data) });
    return { status: 0 };
  }

  #onWorkbook(event: WorkbookEvent): void {
    if (event.type === "change") this.#followLines(event);
    const previous = event.type === "activated" ? this.#active : undefined;
    this.#active = this.workbook.activeSheet.id;
    this.#events.tell(event, previous);
    // What a person does is told at once, what a batch does after its answer.
    if (event.type === "change" && event.origin === "addin") return;
    this.#deliver();
  }

  #followLines({ kind, sheet, rect }: Extract<WorkbookEvent, { type: "change" }>): void {
    const [, lines, done] = /^(row|column)s-(inserted|deleted)$/.exec(kind) ?? [];
    if (rect === null || lines === undefined) return;
    const axis = lines === "row" ? "row" : "column";
    const [at, last] = axis === "row" ? [rect.top, rect.bottom] : [rect.left, rect.right];
    this.#references.linesChanged(sheet, {
      type: done === "inserted" ? "insert" : "delete",
      axis,
      at,
      count: last - at + 1,
    });
  }

  #deliver(): void {
    const entries: readonly EventEntry[] = this.#events.take();
    if (entries.length > 0) this.#send({ type: "messages", entries });
  }

  /** Later, as Excel does: never inside the call that caused it. */
  #send(event: HostEvent): void {
    setImmediate(() => {
      for (const listener of [...this.#listeners]) listener(event);
    });
  }

  #makeDesk(gate: MemberGate): Desk {
    const desk: Desk = {
      workbook: this.workbook,
      events: this.#events,
      references: this.#references,
      rules: this.rules,
      pane: this.pane,
      objects: {
        range: (blocks) => rangeObject(blocks, desk),
        rangeAreas: (blocks) => rangeAreasObject(blocks, desk),
        worksheet: (sheet) => worksheetObject(sheet, desk),
      },
      misuse: (message) => gate.refuseUnknown(message),
    };
    return desk;
  }
}

function kindOf({ Actions, ObjectPaths }: RequestBody): "work" | "cleanup" | "internal" {
  if (
    Object.values(ObjectPaths).some(({ ObjectPathType, Name }) => ObjectPathType === 2 && Name.startsWith("Microsoft."))
  )
    return "internal";
  const doing = Actions.filter(({ ActionType }) => ActionType !== ACTION.instantiate);
  return doing.length > 0 && doing.every(({ Name }) => Name === "_RemoveReference") ? "cleanup" : "work";
}

function refused(status: number): HostCall {
  return { status, failure: String(status) };
}

function errorOf({ code, message }: ExcelFailure, index: number): NonNullable<ResponseBody["Error"]> {
  return { Code: code, Message: message, Location: "", ActionIndex: index, HttpStatusCode: 400 };
}

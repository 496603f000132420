import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import type { ActiveWhat, DamagedWhat, HostileWhat, NotXlsxFound, TooBigWhat } from "#core/sheet/intake-what.ts";

/**
 * Carries a refusal out of the depths of a streaming parser. Thrown inside the reader only and turned into a Result
 * at its door (`read-archive.ts`); nothing outside this folder sees it.
 */
export class IntakeFault extends Error {
  readonly refusal: IntakeRefusal;

  constructor(refusal: IntakeRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function notXlsx(found: NotXlsxFound): IntakeFault {
  return new IntakeFault({ code: "workbook-not-xlsx", found });
}

export function damaged(what: DamagedWhat, place: string): IntakeFault {
  return new IntakeFault({ code: "workbook-damaged", what, place });
}

export function hostile(what: HostileWhat, place: string): IntakeFault {
  return new IntakeFault({ code: "workbook-hostile", what, place });
}

export function tooBig(what: TooBigWhat, found: number, most: number): IntakeFault {
  return new IntakeFault({ code: "workbook-too-big", what, found, most });
}

export function activeContent(what: ActiveWhat, place: string): IntakeFault {
  return new IntakeFault({ code: "workbook-active-content", what, place });
}

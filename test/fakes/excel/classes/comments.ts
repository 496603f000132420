import type { CommentThread } from "#test/fakes/workbook/cell-model.ts";
import { oneCell, parseRect } from "#test/fakes/workbook/rect.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import { blockOf, cellBlock, type CellBlocks } from "../cell-blocks.ts";
import { type Desk, guard } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import { type HostClass, hostObject } from "../host-class.ts";
import { isHostObject, type HostObject } from "../host-object.ts";

/** Threaded comments of one sheet, or of the whole workbook. */
interface CommentScope {
  readonly sheet: SheetModel | undefined;
}

interface Located {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly comment: CommentThread;
}

export function commentsObject(scope: CommentScope, desk: Desk): HostObject {
  return hostObject(COMMENTS, scope, desk);
}

const COMMENTS: HostClass<CommentScope> = {
  name: "CommentCollection",
  items: (scope, desk) => all(scope, desk).map((located) => hostObject(COMMENT, located, desk)),
  item: (scope, id, desk) =>
    found(
      all(scope, desk).find(({ comment }) => comment.id === id),
      desk,
    ),
  methods: {
    Add: (scope, [place, content], desk) => found(add(scope, { place, content }, desk), desk),
    GetCount: (scope, _args, desk) => all(scope, desk).length,
    GetItemByCell: (scope, [place], desk) => {
      const at = cellAt(scope, place, desk);
      return found(
        all({ sheet: at.sheet }, desk).find(({ row, column }) => row === at.row && column === at.column),
        desk,
      );
    },
  },
};

const COMMENT: HostClass<Located> = {
  name: "Comment",
  id: ({ comment }) => comment.id,
  properties: {
    Id: { get: ({ comment }) => comment.id },
    Content: { get: ({ comment }) => comment.entries[0]?.text ?? "" },
    AuthorName: { get: ({ comment }) => comment.entries[0]?.author ?? "" },
  },
  methods: {
    Delete: (located, _args, desk) => put(located, undefined, desk),
    GetLocation: ({ sheet, row, column }, _args, desk) => desk.objects.range(cellBlock(sheet, row, column)),
  },
};

function all({ sheet }: CommentScope, { workbook }: Desk): readonly Located[] {
  const located: Located[] = [];
  for (const owner of sheet ? [sheet] : workbook.sheets) {
    owner.eachStored(({ comment }, row, column) => {
      if (comment) located.push({ sheet: owner, row, column, comment });
    });
  }
  return located;
}

function add(
  scope: CommentScope,
  { place, content }: { readonly place: unknown; readonly content: unknown },
  desk: Desk,
): Located {
  const at = cellAt(scope, place, desk);
  if (at.sheet.cell(at.row, at.column).comment) throw new ExcelFailure("ItemAlreadyExists");
  if (typeof content !== "string" || content === "") throw new ExcelFailure("InvalidArgument");
  const comment = { id: `{C-${at.sheet.id}-${at.row}-${at.column}}`, entries: [{ author: "本机用户", text: content }] };
  put(at, comment, desk);
  return { ...at, comment };
}

function put({ sheet, row, column }: Omit<Located, "comment">, comment: CommentThread | undefined, desk: Desk): void {
  const rect = oneCell(row, column);
  guard(desk, "objects", { sheet, rect });
  desk.workbook.format(sheet, rect, { comment });
}

/** A Range, or an address; the workbook's own collection wants the sheet in it. */
function cellAt({ sheet }: CommentScope, place: unknown, { workbook }: Desk): Omit<Located, "comment"> {
  if (isHostObject(place)) {
    const blocks = place.target as CellBlocks;
    const rect = blockOf(blocks);
    return { sheet: blocks.sheet, row: rect.top, column: rect.left };
  }
  const text = String(place);
  const at = text.lastIndexOf("!");
  const owner = at < 0 ? sheet : workbook.find(text.slice(0, at).replaceAll("'", ""));
  const rect = parseRect(text.slice(at + 1));
  if (!owner || !rect) throw new ExcelFailure("InvalidArgument");
  return { sheet: owner, row: rect.top, column: rect.left };
}

function found(located: Located | undefined, desk: Desk): HostObject {
  if (!located) throw new ExcelFailure("ItemNotFound");
  return hostObject(COMMENT, located, desk);
}

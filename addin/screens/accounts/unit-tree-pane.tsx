import {
  SearchBox,
  Tree,
  TreeItem,
  TreeItemLayout,
  type TreeItemValue,
  type TreeOpenChangeData,
} from "@fluentui/react-components";
import { useState } from "react";
import type { AccountsWords } from "#addin/wording/accounts/accounts-words.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";
import { aboveOf, filterTree, idsOf, unitTree, type UnitNode } from "./unit-tree.ts";

export interface UnitTreePaneProps {
  readonly words: AccountsWords;
  readonly units: readonly UnitListed[];
  readonly chosen: string | null;
  readonly onUnit: (unitId: string) => void;
}

/** A click or Enter chooses; the arrow at the side or the arrow keys open and close. */
export function UnitTreePane({ words, units, chosen, onUnit }: UnitTreePaneProps) {
  const whole = unitTree(units);
  const [search, setSearch] = useState("");
  const [opened, setOpened] = useState<ReadonlySet<TreeItemValue>>(
    () => new Set([...whole.map(({ unit }) => unit.id), ...aboveOf(units, chosen)]),
  );
  const nodes = filterTree(whole, search);
  const open = search.trim() === "" ? opened : new Set<TreeItemValue>(idsOf(nodes));
  const change = (data: TreeOpenChangeData) => {
    if (data.type === "Click" || data.type === "Enter") return;
    setOpened(new Set(data.openItems));
  };
  return (
    <aside className="admin-card accounts-units" aria-label={words.units}>
      <SearchBox
        aria-label={words.unitFilter}
        placeholder={words.unitFilter}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      {nodes.length === 0 ? (
        <p className="admin-muted">{words.noUnitFits}</p>
      ) : (
        <Tree aria-label={words.units} size="small" openItems={open} onOpenChange={(_, data) => change(data)}>
          {nodes.map((node) => (
            <UnitItem key={node.unit.id} node={node} chosen={chosen} onUnit={onUnit} />
          ))}
        </Tree>
      )}
    </aside>
  );
}

interface UnitItemProps extends Pick<UnitTreePaneProps, "chosen" | "onUnit"> {
  readonly node: UnitNode;
}

function UnitItem({ node, chosen, onUnit }: UnitItemProps) {
  const { unit, children } = node;
  return (
    <TreeItem
      value={unit.id}
      itemType={children.length > 0 ? "branch" : "leaf"}
      aria-current={unit.id === chosen ? "true" : undefined}
      onClick={(event) => {
        event.stopPropagation();
        onUnit(unit.id);
      }}
    >
      <TreeItemLayout className={unit.id === chosen ? "accounts-chosen" : ""} title={unit.name}>
        {unit.name}
      </TreeItemLayout>
      {children.length > 0 && (
        <Tree>
          {children.map((child) => (
            <UnitItem key={child.unit.id} node={child} chosen={chosen} onUnit={onUnit} />
          ))}
        </Tree>
      )}
    </TreeItem>
  );
}

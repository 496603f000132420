import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
} from "@fluentui/react-components";
import { ArrowAutofitWidthRegular } from "@fluentui/react-icons/svg/arrow-autofit-width";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { AttachRegular } from "@fluentui/react-icons/svg/attach";
import { ChatRegular } from "@fluentui/react-icons/svg/chat";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { PanelRightExpandRegular } from "@fluentui/react-icons/svg/panel-right-expand";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { SaveRegular } from "@fluentui/react-icons/svg/save";
import { TextBulletListSquareEditRegular } from "@fluentui/react-icons/svg/text-bullet-list-square-edit";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { LedgerScreenProps, OutputFormat } from "./ledger-screen-props.ts";

export interface CommandBarProps {
  readonly screen: LedgerScreenProps;
  readonly onSave: () => void;
  readonly onOutput: (format: OutputFormat) => void;
  readonly onImport: () => void;
  readonly onRemove: () => void;
  readonly onVoid: () => void;
}

export function CommandBar(props: CommandBarProps) {
  const { screen } = props;
  const words = workbenchWords(screen.language).ledger;
  const { changes, panel, onPanel, sending, ask } = screen;
  return (
    <Toolbar className="ledger-bar" aria-label={words.sheet} size="small">
      <Button
        appearance={changes.length > 0 ? "primary" : "secondary"}
        size="small"
        icon={<SaveRegular />}
        disabledFocusable={sending || changes.length === 0}
        onClick={props.onSave}
      >
        {words.save(changes.length)}
      </Button>
      <ToolbarButton icon={<ArrowSyncRegular />} disabled={sending} onClick={() => void ask.refresh()}>
        {words.refresh}
      </ToolbarButton>
      <ToolbarDivider />
      <ToolbarButton icon={<TextBulletListSquareEditRegular />} onClick={() => onPanel("changes")}>
        {words.changes}
      </ToolbarButton>
      <ToolbarButton icon={<AttachRegular />} onClick={() => onPanel("evidence")}>
        {words.evidence}
      </ToolbarButton>
      <ToolbarButton icon={<HistoryRegular />} onClick={() => onPanel("cell")}>
        {words.history}
      </ToolbarButton>
      <ToolbarButton icon={<ChatRegular />} onClick={() => onPanel("talk")}>
        {words.talk}
      </ToolbarButton>
      <ToolbarDivider />
      <ToolbarButton icon={<PrintRegular />} onClick={ask.print}>
        {words.print}
      </ToolbarButton>
      <ToolbarButton icon={<ArrowAutofitWidthRegular />} onClick={ask.fit}>
        {words.fit}
      </ToolbarButton>
      <OutputMenu {...props} />
      <MoreMenu {...props} />
      {panel === null && (
        <ToolbarButton
          className="ledger-open-panel"
          icon={<PanelRightExpandRegular />}
          aria-label={words.openPanel}
          onClick={() => onPanel("cell")}
        />
      )}
    </Toolbar>
  );
}

const FORMATS: readonly OutputFormat[] = ["xlsx", "docx", "zip"];

function OutputMenu({ screen, onOutput }: CommandBarProps) {
  const words = workbenchWords(screen.language).ledger;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<ArrowDownloadRegular />}>{words.output}</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {FORMATS.map((format) => (
            <MenuItem key={format} onClick={() => onOutput(format)}>
              {words.outputs[format]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function MoreMenu({ screen, onImport, onRemove, onVoid }: CommandBarProps) {
  const words = workbenchWords(screen.language).ledger;
  const owner = screen.view?.viewer === "owner";
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<MoreHorizontalRegular />} aria-label={words.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onImport}>{words.import}</MenuItem>
          <MenuItem disabled={!owner} onClick={onRemove}>
            {words.remove}
          </MenuItem>
          <MenuItem disabled={!owner} onClick={onVoid}>
            {words.void}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

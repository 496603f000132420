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
import {
  ArrowDownloadRegular,
  ArrowSyncRegular,
  AttachRegular,
  ChatRegular,
  HistoryRegular,
  MoreHorizontalRegular,
  PanelRightExpandRegular,
  PrintRegular,
  SaveRegular,
  TextBulletListSquareEditRegular,
  ArrowAutofitWidthRegular,
} from "@fluentui/react-icons";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { LedgerScreenProps, OutputFormat } from "./ledger-screen-props.ts";

export interface CommandBarProps {
  readonly screen: LedgerScreenProps;
  readonly busy: boolean;
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

function OutputMenu({ screen, busy, onOutput }: CommandBarProps) {
  const words = workbenchWords(screen.language).ledger;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<ArrowDownloadRegular />} disabled={busy}>
          {busy ? words.exporting : words.output}
        </ToolbarButton>
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

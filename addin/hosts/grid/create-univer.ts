/**
 * One Univer on one element, made of its open parts only. Its code and its words come in chunks of their own, so that the
 * rest of the workbench is there before the grid is.
 */
import { LocaleType, LogLevel, Univer, type ILanguagePack } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import "@univerjs/preset-sheets-core/lib/index.css";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import "@univerjs/preset-sheets-note/lib/index.css";
import "./grid.css";

export type GridLanguage = "zh-CN" | "en";

export interface OpenUniver {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly locale: LocaleType;
}

export async function createUniver(container: HTMLElement, language: GridLanguage): Promise<OpenUniver> {
  const locale = language === "zh-CN" ? LocaleType.ZH_CN : LocaleType.EN_US;
  const univer = new Univer({ locale, locales: { [locale]: await words(language) }, logLevel: LogLevel.SILENT });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      contextMenu: false,
      disableAutoFocus: true,
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      statusBarStatistic: true,
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: true,
        addSheetButtonConfig: { show: false },
      },
      sheets: { protectedRangeShadow: false, disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return { univer, api: FUniver.newAPI(univer), locale };
}

async function words(language: GridLanguage): Promise<ILanguagePack> {
  const { gridWords } = language === "zh-CN" ? await import("./locale-zh-cn.ts") : await import("./locale-en.ts");
  return gridWords;
}

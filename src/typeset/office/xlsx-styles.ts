import type { CellStyle } from "./sheet.ts"

/** Place of each style in {@link STYLESHEET}; 0 is the plain cell. */
export const STYLE_INDEX: Readonly<Record<CellStyle, number>> = {
    text: 1,
    header: 2,
    "fill-in": 3,
    info: 4,
    title: 5,
    section: 6,
    guide: 7,
    hint: 8,
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
const BORDER = `<border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join("")}<diagonal/></border>`
// Arial is in every office program and falls back to the system's Chinese font.
const font = (size: number, rgb: string) =>
    `<sz val="${String(size)}"/><color rgb="FF${rgb}"/><name val="Arial"/><family val="2"/>`
const FONT = font(11, "000000")

function fill(rgb: string): string {
    return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
}

/** Number format 49 is `@`, text: what is typed into such a cell stays as typed. */
function format(fontId: number, fillId: number, borderId = 1): string {
    return `<xf numFmtId="49" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="${String(borderId)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
}

/** `xl/styles.xml`: fonts, then fills, of which 0 and 1 are as the format fixes them. */
export const STYLESHEET = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<styleSheet xmlns="${MAIN}">`,
    `<fonts count="4"><font>${FONT}</font><font><b/>${FONT}</font>`,
    `<font><b/>${font(16, "000000")}</font><font>${font(10, "595959")}</font></fonts>`,
    '<fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    `${fill("E7E6E6")}${fill("FFF2CC")}${fill("F7F7F7")}${fill("D9E2EC")}</fills>`,
    `<borders count="2">${NO_BORDER}${BORDER}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="9"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
    `${format(0, 0)}${format(1, 2)}${format(0, 3)}${format(0, 4)}`,
    `${format(2, 0, 0)}${format(1, 5)}${format(0, 0, 0)}${format(3, 0)}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("")

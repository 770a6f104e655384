import type { CellStyle } from "./sheet.ts"

/** Place of each style in {@link STYLESHEET}; 0 is the plain cell. */
export const STYLE_INDEX: Readonly<Record<CellStyle, number>> = { text: 1, header: 2, "fill-in": 3, info: 4 }

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>"
const BORDER = `<border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join("")}<diagonal/></border>`
// Arial is in every office program and falls back to the system's Chinese font.
const FONT = '<sz val="11"/><color rgb="FF000000"/><name val="Arial"/><family val="2"/>'

function fill(rgb: string): string {
    return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
}

/** Number format 49 is `@`, text: what is typed into such a cell stays as typed. */
function format(fontId: number, fillId: number): string {
    return `<xf numFmtId="49" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
}

/** `xl/styles.xml`: two fonts, fills 0 and 1 as the format fixes them, then grey, yellow and light grey. */
export const STYLESHEET = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<styleSheet xmlns="${MAIN}">`,
    `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>`,
    '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    `${fill("E7E6E6")}${fill("FFF2CC")}${fill("F7F7F7")}</fills>`,
    `<borders count="2">${NO_BORDER}${BORDER}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
    `${format(0, 0)}${format(1, 2)}${format(0, 3)}${format(0, 4)}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("")

import { escapeXml } from "./xml.ts"

/**
 * Elements of WordprocessingML (ECMA-376 part 1 §17). The format fixes the order of properties; a program that finds
 * another one calls the file damaged, so properties are given by name and ordered here.
 */

/** A property by its name, as XML; absent ones are left out. */
export type Properties = Readonly<Record<string, string | undefined>>

/** `<w:name w:a="1">…</w:name>`; attributes and children are escaped by whoever makes them, values here. */
export function element(
    name: string,
    attributes: Readonly<Record<string, string | number | undefined>> = {},
    ...children: readonly string[]
): string {
    const given = Object.entries(attributes).flatMap(([key, value]) =>
        value === undefined ? [] : [` ${key.includes(":") ? key : `w:${key}`}="${escapeXml(String(value))}"`],
    )
    const inside = children.join("")
    return `<w:${name}${given.join("")}${inside === "" ? "/>" : `>${inside}</w:${name}>`}`
}

/** An element whose only attribute is `w:val`. */
export function valued(name: string, value: string | number): string {
    return element(name, { val: value })
}

/** §17.3.1.26 (CT_PPr). */
const PARAGRAPH =
    "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs snapToGrid spacing ind jc outlineLvl rPr"
/** §17.3.2.28 (EG_RPrBase). */
const RUN = "rStyle rFonts b bCs i iCs noProof color spacing sz szCs u lang"
/** §17.4.60 (CT_TblPrBase). */
const TABLE = "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook"
/** §17.4.70 (CT_TcPrBase). */
const CELL = "tcW gridSpan vMerge tcBorders shd vAlign"

const ORDERS = {
    pPr: PARAGRAPH.split(" "),
    rPr: RUN.split(" "),
    tblPr: TABLE.split(" "),
    tcPr: CELL.split(" "),
} as const

/** `w:pPr`, `w:rPr`, `w:tblPr` or `w:tcPr` with its properties in the order of the format; empty without any. */
export function properties(kind: keyof typeof ORDERS, given: Properties): string {
    const order: readonly string[] = ORDERS[kind]
    const stray = Object.keys(given).find((name) => !order.includes(name))
    if (stray !== undefined) throw new TypeError(`${kind}: no place for ${stray}`)
    const inside = order.map((name) => given[name] ?? "").join("")
    return inside === "" ? "" : element(kind, {}, inside)
}

/** Twentieths of a point, the unit of lengths. */
export function twips(pt: number): number {
    return Math.round(pt * 20)
}

/** Half points, the unit of type sizes. */
export function halfPoints(pt: number): number {
    return Math.round(pt * 2)
}

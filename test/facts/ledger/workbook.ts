import { zipSync } from "fflate"
import { utf8 } from "../../../src/base/bytes.ts"

/**
 * A cell: text, a number as it is stored, a day's serial number in a cell that shows a date, or a formula with the type and
 * the text of its result, where that was stored.
 */
export type Cell =
    | string
    | { readonly n: string }
    | { readonly date: string }
    | { readonly formula: string; readonly type?: "n" | "str" | "e" | "b"; readonly result?: string }

/** What of a sheet nobody sees: rows from 1, columns from 1. */
export interface Unseen {
    readonly sheet?: true
    readonly rows?: readonly number[]
    readonly columns?: readonly number[]
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

function cellXml(cell: Cell): string {
    if (typeof cell === "string") return cell === "" ? "<c/>" : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    if ("formula" in cell)
        return `<c t="${cell.type ?? "n"}"><f>${escaped(cell.formula)}</f>${cell.result === undefined ? "" : `<v>${escaped(cell.result)}</v>`}</c>`
    return "n" in cell ? `<c><v>${cell.n}</v></c>` : `<c s="1"><v>${cell.date}</v></c>`
}

/** A workbook written letter by letter, as exchanges do that know little of the format. */
export function workbook(rows: readonly (readonly Cell[])[], from1904 = false): Uint8Array {
    return workbookOf([["sheet1", rows]], from1904)
}

/** The same with several sheets. */
export function workbookOf(
    sheets: readonly (readonly [name: string, rows: readonly (readonly Cell[])[], unseen?: Unseen])[],
    from1904 = false,
): Uint8Array {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    const rels = (entries: string) =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`
    const rel = (id: string, type: string, target: string) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
    const places = sheets.map(([name, rows, unseen = {}], i) => {
        const isUnseen = (row: number) => unseen.rows?.includes(row) === true
        const data = rows
            .map((cells, at) => `<row${isUnseen(at + 1) ? ' hidden="1"' : ""}>${cells.map(cellXml).join("")}</row>`)
            .join("")
        const cols = unseen.columns?.map((at) => `<col min="${String(at)}" max="${String(at)}" width="0" hidden="1"/>`)
        return {
            ...{ id: `s${String(i)}`, path: `worksheets/sheet${String(i + 1)}.xml`, name },
            state: unseen.sheet === true ? ' state="hidden"' : "",
            xml: `<worksheet xmlns="${main}">${cols === undefined ? "" : `<cols>${cols.join("")}</cols>`}<sheetData>${data}</sheetData></worksheet>`,
        }
    })
    const listed = places.map(
        ({ id, name, state }, i) => `<sheet name="${name}" sheetId="${String(i + 1)}"${state} r:id="${id}"/>`,
    )
    const files: Record<string, string> = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": rels(rel("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": rels(
            places.map(({ id, path }) => rel(id, "worksheet", path)).join("") + rel("r2", "styles", "styles.xml"),
        ),
        "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
        ...Object.fromEntries(places.map(({ path, xml }) => [`xl/${path}`, xml])),
    }
    return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])))
}

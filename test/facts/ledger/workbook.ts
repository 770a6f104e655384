import { zipSync } from "fflate"
import { utf8 } from "../../../src/base/bytes.ts"

/** A cell: text, a number as it is stored, or a day's serial number in a cell that shows a date. */
export type Cell = string | { readonly n: string } | { readonly date: string }

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

function cellXml(cell: Cell): string {
    if (typeof cell === "string") return cell === "" ? "<c/>" : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    return "n" in cell ? `<c><v>${cell.n}</v></c>` : `<c s="1"><v>${cell.date}</v></c>`
}

/** A workbook written letter by letter, as exchanges do that know little of the format. */
export function workbook(rows: readonly (readonly Cell[])[], from1904 = false): Uint8Array {
    return workbookOf([["sheet1", rows]], from1904)
}

/** The same with several sheets. */
export function workbookOf(
    sheets: readonly (readonly [name: string, rows: readonly (readonly Cell[])[]])[],
    from1904 = false,
): Uint8Array {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    const rels = (entries: string) =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`
    const rel = (id: string, type: string, target: string) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
    const places = sheets.map(([name, rows], i) => {
        const data = rows.map((cells) => `<row>${cells.map(cellXml).join("")}</row>`).join("")
        return {
            ...{ id: `s${String(i)}`, path: `worksheets/sheet${String(i + 1)}.xml`, name },
            xml: `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
        }
    })
    const listed = places.map(({ id, name }, i) => `<sheet name="${name}" sheetId="${String(i + 1)}" r:id="${id}"/>`)
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

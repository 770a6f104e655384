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
export function workbook(rows: readonly (readonly Cell[])[], from1904 = false, second = ""): Uint8Array {
    const data = rows.map((cells) => `<row>${cells.map(cellXml).join("")}</row>`).join("")
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    const sheet = `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    const rels = (entries: string) =>
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`
    const rel = (id: string, type: string, target: string) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
    const files: Record<string, string> = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": rels(rel("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets><sheet name="sheet1" sheetId="1" r:id="r1"/>${second === "" ? "" : `<sheet name="${second}" sheetId="2" r:id="r3"/>`}</sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": rels(
            rel("r1", "worksheet", "worksheets/sheet1.xml") +
                rel("r2", "styles", "styles.xml") +
                (second === "" ? "" : rel("r3", "worksheet", "worksheets/sheet2.xml")),
        ),
        "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
        "xl/worksheets/sheet1.xml": sheet,
        ...(second === "" ? {} : { "xl/worksheets/sheet2.xml": sheet }),
    }
    return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, utf8(text)])))
}

import { unzipSync, zipSync } from "fflate"
import { expect } from "vitest"

/** Changes cells of a form: by its label, or by the name of a cell. Every change has to hit something. */
export function fill(form: Uint8Array, changes: Readonly<Record<string, string>>): Uint8Array {
    const parts = unzipSync(form)
    let xml = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"])
    for (const [label, cell] of Object.entries(changes)) {
        const row = new RegExp(
            `(<t[^>]*>${label.replace(/[()]/g, "\\$&")}</t></is></c>)<c r="(C\\d+)" s="3".*?(<c r="D)`,
        )
        expect(xml, label).toMatch(row)
        xml = xml.replace(row, (_, before: string, name: string, after: string) => {
            const content = cell.startsWith("<")
                ? cell.replace("<c", `<c r="${name}"`)
                : `<c r="${name}" s="3" t="inlineStr"><is><t>${cell}</t></is></c>`
            return `${before}${content}${after}`
        })
    }
    return zipSync({ ...parts, "xl/worksheets/sheet1.xml": new TextEncoder().encode(xml) })
}

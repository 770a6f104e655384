import { unzipSync, zipSync } from "fflate"
import { expect } from "vitest"

/** Changes cells of a form: by its label, or by the name of a cell. Every change has to hit something. */
export function fill(form: Uint8Array, changes: Readonly<Record<string, string>>): Uint8Array {
    const parts = unzipSync(form)
    const names = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/"))
    const sheets = new Map(names.map((name) => [name, new TextDecoder().decode(parts[name])]))
    for (const [label, cell] of Object.entries(changes)) {
        const row = new RegExp(
            `(<t[^>]*>${label.replace(/[()]/g, "\\$&")}</t></is></c>)<c r="(C\\d+)" s="3".*?(<c r="D)`,
        )
        const [name = "", xml = ""] = [...sheets].find(([, text]) => row.test(text)) ?? []
        expect(xml, label).toMatch(row)
        const changed = xml.replace(row, (_, before: string, at: string, after: string) => {
            const content = cell.startsWith("<")
                ? cell.replace("<c", `<c r="${at}"`)
                : `<c r="${at}" s="3" t="inlineStr"><is><t>${cell}</t></is></c>`
            return `${before}${content}${after}`
        })
        sheets.set(name, changed)
    }
    const written = [...sheets].map(([name, xml]) => [name, new TextEncoder().encode(xml)])
    return zipSync({ ...parts, ...Object.fromEntries(written) })
}

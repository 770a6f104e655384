import { readFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { PLACEHOLDER } from "../editions/placeholder.ts"
import { tool } from "../tool.ts"
import { sampleOut } from "./made.ts"
import { hashes, outside } from "./run.ts"

/** No file that the sample's case becomes says that something was still to be filled in by us. */

const TEXTS = /\.(?:pdf|docx|xlsx|txt|eml|html|md|json|csv)$/

/** What a file says, as far as its kind can be read here. */
function said(path: string): string {
    if (path.endsWith(".pdf")) return outside("pdftotext", ["-raw", path, "-"])
    const bytes = readFileSync(path)
    // Attachments of a mail are files of their own.
    if (!/\.(?:docx|xlsx)$/.test(path)) return bytes.toString("utf8").replace(/^[\w+/=]{60,}\r?$/gm, "")
    return Object.entries(unzipSync(bytes))
        .filter(([name]) => name.endsWith(".xml"))
        .map(([, part]) => new TextDecoder().decode(part).replace(/<[^>]*>/g, "\n"))
        .join("\n")
}

describe.skipIf(!tool("pdftotext"))("the sample's outputs", () => {
    test("hold no placeholder", () => {
        const files = Object.keys(hashes(sampleOut())).filter((name) => TEXTS.test(name))
        expect(files.length).toBeGreaterThan(30)
        const found = files.flatMap((name) => {
            const text = said(join(sampleOut(), name))
            const [left] = PLACEHOLDER.exec(text) ?? /\{\{/.exec(text) ?? []
            return left === undefined ? [] : [`${name}: ${left}`]
        })
        expect(found).toEqual([])
    })
})

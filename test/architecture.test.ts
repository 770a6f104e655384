import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve, sep } from "node:path"
import { describe, expect, test } from "vitest"

// Which rooms of `src/` each room may import, besides itself. To add an arrow, write it here first and say why in
// src/README.md. The flow files at the top of `src/` may import any core room; shells may import everything.
const MAY_IMPORT: Record<string, readonly string[]> = {
    base: [],
    messages: ["base"],
    text: ["base"],
    money: ["base"],
    font: ["base", "text"],
    raster: ["base", "font"], // marks in a picture are drawn from glyph outlines
    manifest: ["base"],
    signature: ["base"],
    zip: ["base"],
    case: ["base", "text", "money"],
    evidence: ["base", "text", "office", "raster"], // its description sheet is a workbook; copies are masked in pixels
    request: ["base", "text", "money", "case", "office"],
    editions: ["base", "messages", "text", "money", "case", "evidence", "request"], // findings on paper read as on screen
    document: ["base", "text"], // never `case`: it prints only what an edition let through
    mail: ["base", "text"],
    office: ["base", "text", "document", "zip"], // text documents are written from blocks
    drawing: [], // charts know no case and no font: facts and text widths come as plain data
    layout: ["base", "text", "font", "document", "drawing"],
    pdf: ["base", "text", "font", "layout", "raster"], // it knows how a PNG is stored
    packet: ["base", "manifest", "signature", "zip"],
    verify: ["base", "manifest", "signature", "zip"], // never `packet`: the judge shares no code with the builder
}
const SHELLS = ["node", "web"]

// Each package belongs to one room, so that it can be replaced in one place.
const PACKAGES: Record<string, readonly string[]> = {
    base: ["@noble/hashes"],
    text: ["@scure/bip39"],
    money: ["big.js"],
    font: ["fflate", "@pdf-lib/fontkit"],
    raster: ["fflate", "jpeg-js"],
    signature: ["@noble/curves", "@noble/hashes", "@scure/base", "bcrypt-pbkdf"],
    case: ["zod", "yaml"],
    request: ["zod", "yaml", "libphonenumber-js", "pinyin-pro"],
    document: ["handlebars", "htmlparser2"],
    office: ["fflate"],
    pdf: ["pdf-lib", "fflate"],
}

// The core takes time, chance and files from its host; it never reaches for them itself.
const AMBIENT = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bgetRandomValues\(|\bconsole\.|\bBuffer\b\./
const LONGEST = 400 // lines; generated tables (`*.data.ts`) are exempt

const SRC = resolve(import.meta.dirname, "../src")

/** The faults of one file, as sentences; empty when it keeps the rules. */
function faults(file: string, text: string): string[] {
    const found: string[] = []
    const own = room(file)
    for (const from of imports(text)) {
        if (from.startsWith(".")) {
            const target = room(
                relative(SRC, resolve(SRC, dirname(file), from))
                    .split(sep)
                    .join("/"),
            )
            if (![own, ...(MAY_IMPORT[own] ?? [])].includes(target)) found.push(`may not import ${from}`)
        } else if (!(PACKAGES[own] ?? []).some((name) => from === name || from.startsWith(`${name}/`))) {
            found.push(`may not use ${from}`)
        }
    }
    const ambient = AMBIENT.exec(text)
    if (ambient) found.push(`must ask its host instead of ${ambient[0]}`)
    const lines = text.split("\n").length
    if (!file.endsWith(".data.ts") && lines > LONGEST) found.push(`has ${String(lines)} lines`)
    return found
}

function room(file: string): string {
    return file.split("/")[0] ?? file
}
function imports(text: string): string[] {
    return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"([^"\s,]+)"/g)].map((m) => m[1] ?? "")
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .map((f) => f.split(sep).join("/"))
    .filter((f) => f.endsWith(".ts"))
const core = files.filter((f) => f.includes("/") && !SHELLS.includes(room(f)))

test.each(core)("%s keeps to its room", (file) => {
    expect(faults(file, readFileSync(join(SRC, file), "utf8"))).toEqual([])
})

test("no shell file is too long, and no core file reaches into a shell", () => {
    for (const file of files) {
        const text = readFileSync(join(SRC, file), "utf8")
        expect(text.split("\n").length, file).toBeLessThanOrEqual(file.endsWith(".data.ts") ? Infinity : LONGEST)
        if (!SHELLS.includes(room(file)))
            expect(
                imports(text).filter((from) => /^\.\.?\/(?:\.\.\/)*(?:node|web)\//.test(from)),
                file,
            ).toEqual([])
    }
})

describe("the test itself finds each kind of breach", () => {
    test.each([
        ["an import upwards", "document/a.ts", 'import { x } from "../case/schema.ts"', "may not import"],
        ["the judge using the builder", "verify/a.ts", 'import { x } from "../packet/plan.ts"', "may not import"],
        ["a dynamic import upwards", "base/a.ts", 'const x = await import("../pdf/write.ts")', "may not import"],
        ["a package in the wrong room", "case/a.ts", 'import { PDFDocument } from "pdf-lib"', "may not use"],
        ["a node module in the core", "zip/a.ts", 'import { readFileSync } from "node:fs"', "may not use"],
        ["the clock", "case/a.ts", "const t = Date.now()", "must ask its host"],
        ["the network", "mail/a.ts", "await fetch(url)", "must ask its host"],
        ["a long file", "text/a.ts", "\n".repeat(LONGEST + 1), "lines"],
    ])("%s", (_, file, text, fault) => {
        expect(faults(file, text).join()).toContain(fault)
    })
})

test("every room is on the map", () => {
    const map = readFileSync(join(SRC, "README.md"), "utf8")
    for (const name of new Set(core.map(room)))
        expect(map, `src/README.md does not mention ${name}/`).toContain(`${name}/`)
})

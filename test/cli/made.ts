import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import { inject } from "vitest"
import { ROOT } from "../check.ts"
import { DESKS, redirect } from "../desks.ts"
import { lerpack, type Ran, scratch } from "./run.ts"

/**
 * What many files of tests read: made once in a run of the tests, by whichever file asks first. Read it or copy it;
 * nobody writes into it.
 */
function once(name: string, make: (folder: string) => Ran): string {
    const place = join(inject("made"), name)
    if (!existsSync(place)) {
        const mine = mkdtempSync(`${place}-`)
        const ran = make(mine)
        if (ran.status !== 0) throw new Error(`${name}: ${ran.stderr}`)
        writeFileSync(join(mine, "ran.json"), JSON.stringify(ran).replaceAll(mine, place))
        try {
            renameSync(mine, place)
        } catch (error) {
            if (!existsSync(place)) throw error
            // Another file made the same at the same time.
            rmSync(mine, { recursive: true })
        }
    }
    return place
}

const sample = () => once("sample", (folder) => lerpack(["sample", "-o", join(folder, "out")]))

/** The folder into which `sample` wrote everything. */
export const sampleOut = (): string => join(sample(), "out")

/** What `sample` said meanwhile. */
export const sampleRan = (): Ran => JSON.parse(readFileSync(join(sample(), "ran.json"), "utf8")) as Ran

/** The folder into which `build` wrote the sample's case, unsigned; its case goes to an invented desk where one is named. */
export function builtOut(desk?: string): string {
    const place = once(`built-${desk ?? "sample"}`, (folder) => {
        const own = join(scratch(), "case")
        cpSync(join(ROOT, "assets/sample-case"), own, { recursive: true })
        if (desk !== undefined) redirect(own, desk)
        const desks = desk === undefined ? [] : ["--recipients", DESKS]
        return lerpack(["build", own, "-o", join(folder, "out"), "--unsigned", ...desks])
    })
    return join(place, "out")
}

/** Puts a copy of the unsigned draft where `build -o out` would have written it, and gives its path from the folder. */
export function putDraft(folder: string, desk?: string): string {
    const zip = "out/DRAFT-LX-2023-0321.zip"
    mkdirSync(join(folder, "out"), { recursive: true })
    cpSync(join(builtOut(desk), "..", zip), join(folder, zip))
    return zip
}

/**
 * Papers of an office for tests that are not about papers: three smaller photos, and an instrument without a picture, so
 * that most of a command is not spent on looking at them.
 */
export const PHOTOS = join(ROOT, "test/fixtures/office/photos")
export const INSTRUMENT = join(ROOT, "test/fixtures/office/legal/文书.pdf")

/** A scan with as many pages as the letter of a prepared folder has, each with print on it and none like another. */
export function scanOfLetter(prepared: string): Uint8Array {
    const { pages } = JSON.parse(readFileSync(join(prepared, "prepared.json"), "utf8")) as { readonly pages: number }
    return scanOfPages(pages)
}

/** The same of any number of pages: one picture of 150 dpi a page, black and white. */
export function scanOfPages(pages: number): Uint8Array {
    const [width, height] = [1240, 1754]
    const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")]
    const places: number[] = []
    const put = (text: string, data?: Uint8Array): void => {
        places.push(Buffer.concat(parts).length)
        const stream = data === undefined ? "" : `\nstream\n`
        parts.push(Buffer.from(`${String(places.length)} 0 obj\n${text}${stream}`))
        if (data !== undefined) parts.push(Buffer.from(data), Buffer.from("\nendstream"))
        parts.push(Buffer.from("\nendobj\n"))
    }
    const numbers = Array.from({ length: pages }, (_, i) => 3 + 3 * i)
    put("<</Type/Catalog/Pages 2 0 R>>")
    put(`<</Type/Pages/Count ${String(pages)}/Kids[${numbers.map((n) => `${String(n)} 0 R`).join(" ")}]>>`)
    for (const [at, n] of numbers.entries()) {
        const shown = Buffer.from("q 595 0 0 842 0 0 cm /Im Do Q")
        const rows = Buffer.alloc((width / 8) * height, 0xff)
        for (let line = 100 + at; line < height - 100; line += 40)
            rows.fill(0x5a, line * (width / 8), (line + 9) * (width / 8))
        const image = deflateSync(rows)
        const own = `/Resources<</XObject<</Im ${String(n + 2)} 0 R>>>>/Contents ${String(n + 1)} 0 R`
        put(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${own}>>`)
        put(`<</Length ${String(shown.length)}>>`, shown)
        const size = `/Width ${String(width)}/Height ${String(height)}/BitsPerComponent 1/ColorSpace/DeviceGray`
        put(`<</Type/XObject/Subtype/Image${size}/Filter/FlateDecode/Length ${String(image.length)}>>`, image)
    }
    const start = Buffer.concat(parts).length
    const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")
    const count = String(places.length + 1)
    parts.push(
        Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${rows}`),
        Buffer.from(`trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`),
    )
    return Buffer.concat(parts)
}

/** The path of such a scan, in a folder of its own. */
export function putScan(prepared: string): string {
    const path = join(scratch(), "公函扫描.pdf")
    writeFileSync(path, scanOfLetter(prepared))
    return path
}

/** The code at the end of the letter that the first step wrote into a folder of outputs. */
export function letterCode(out: string, ref = "LX-2023-0321"): string {
    const record = readFileSync(join(out, `${ref}-prepared/prepared.json`), "utf8")
    return (JSON.parse(record) as { readonly letterCode: string }).letterCode
}

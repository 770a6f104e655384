import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { inject } from "vitest"
import { REQUEST_TYPE_IDS } from "../../src/facts/officer/request-types.data.ts"
import { letterNames } from "../../src/flows/officer/typed-names.ts"
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

/** The letter of a prepared folder as a scan would have it: as many pages, and not the same file. */
export function scanOfLetter(prepared: string): Uint8Array {
    const letters = REQUEST_TYPE_IDS.map((type) => join(prepared, letterNames(type).pdf))
    const letter = letters.find((path) => existsSync(path)) ?? ""
    return Buffer.concat([readFileSync(letter), Buffer.from("\n% scan\n")])
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

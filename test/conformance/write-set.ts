import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { utf8 } from "../../src/base/bytes.ts"
import { printJson } from "../../src/base/canonical-json.ts"
import { writeStoreZip } from "../../src/base/zip/write.ts"
import type { Bytes } from "../packet/assemble/sample.ts"
import type { NamedCase } from "./all.ts"
import { type CaseSet, SET_VERSION, type SetCase, setCase } from "./set.ts"

/** Writes the set: packets, what is given beside them, `cases.json`, how to use it. The same bytes each time. */

/**
 * Folder in a ZIP of those cases that say nothing of it: named as a packet of its kind and layers, so that a case shows the
 * one fault it is about. Where the index tells neither, the name of a draft is as good as another.
 */
function topOf(files: Bytes): string {
    const layers = 1 + [...files.keys()].filter((path) => /^data\/prior\/\d+\/manifest-sha256\.txt$/.test(path)).length
    const index = files.get(layers === 1 ? "data/index.json" : `data/layer-${String(layers)}/index.json`)
    const text = new TextDecoder().decode(index ?? new Uint8Array(0))
    const [kind, ref] = ["kind", "ref"].map((name) => new RegExp(`"${name}": "([A-Za-z0-9-]+)"`).exec(text)?.[1])
    const number = kind === "archive" && layers !== 2 ? `-${String(layers)}` : ""
    return `${ref ?? "CASE-2026-001"}${kind === "archive" || kind === "submission" ? `-${kind}${number}` : ""}`
}

/**
 * @param folder - New, or empty.
 * @param root - Of the repository, for the texts that go with the set.
 */
export async function writeSet(folder: string, root: string, cases: readonly NamedCase[]): Promise<CaseSet> {
    const written: SetCase[] = []
    for (const one of cases) written.push(await writeCase(folder, one))
    const set: CaseSet = { version: SET_VERSION, format: "1.0", cases: written }
    writeFileSync(join(folder, "cases.json"), printJson(set))
    const readme = readFileSync(join(root, "test/conformance/README.md"), "utf8")
    writeFileSync(join(folder, "README.md"), readme.replace("{{count}}", String(cases.length)))
    cpSync(join(root, "LICENSE"), join(folder, "LICENSE"))
    return set
}

async function writeCase(folder: string, one: NamedCase): Promise<SetCase> {
    const made = await one.make()
    const isZip = made instanceof Uint8Array || one.folder === undefined
    const written = setCase(one, isZip ? "zip" : "folder")
    const place = join(folder, written.file)
    if (made instanceof Uint8Array) writeFile(place, made)
    else if (isZip) writeFile(place, zipped(made))
    else writeFiles(place, made)
    for (const link of one.links ?? []) {
        // What it points at has the listed content: it must not be followed all the same.
        const target = join(folder, "given", one.id, "target")
        writeFile(target, utf8("a picture"))
        const at = join(place, link)
        mkdirSync(dirname(at), { recursive: true })
        symlinkSync(relative(dirname(at), target), at)
    }
    const { signers, sent } = one.given ?? {}
    const { options } = written
    if (signers !== undefined) writeFile(join(folder, options.signers ?? ""), utf8(signers))
    if (sent !== undefined) writeFiles(join(folder, options.sent ?? ""), sent)
    return written
}

function zipped(files: Bytes): Uint8Array {
    const top = topOf(files)
    return writeStoreZip([...files].map(([path, bytes]) => ({ name: `${top}/${path}`, bytes })))
}

function writeFiles(folder: string, files: Bytes): void {
    for (const [path, bytes] of files) writeFile(Buffer.concat([Buffer.from(`${folder}/`), onDisk(path)]), bytes)
}

/** A path in which bytes that are no UTF-8 stand as `\xFF`. */
function onDisk(path: string): Buffer {
    const parts = path.split(/\\x([0-9A-F]{2})/)
    return Buffer.concat(parts.map((part, i) => Buffer.from(part, i % 2 === 0 ? "utf8" : "hex")))
}

function writeFile(path: string | Buffer, bytes: Uint8Array): void {
    const above = typeof path === "string" ? dirname(path) : path.subarray(0, path.lastIndexOf("/"))
    mkdirSync(above, { recursive: true })
    writeFileSync(path, bytes)
}

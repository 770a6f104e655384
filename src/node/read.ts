import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { basename } from "node:path"
import type { NamedBytes } from "../base/bytes.ts"
import { issue, PacketError } from "../base/issue.ts"
import type { VerifyInput } from "../packet/verify/contents.ts"
import { fileSource } from "./files.ts"
import { walk } from "./walk.ts"

/** Files and folders of the machine as flows take them. */

/** A path that must be a folder, or a file. */
export function existing(path: string, kind: "folder" | "file"): string {
    if (!existsSync(path)) throw new PacketError([issue("shell.file.missing", [], { file: path })])
    const isFolder = statSync(path).isDirectory()
    if (isFolder !== (kind === "folder"))
        throw new PacketError([
            issue(kind === "folder" ? "shell.file.not-folder" : "shell.file.not-file", [], { file: path }),
        ])
    return path
}

/** Largest form, list or record, in bytes, that is read as a whole; others, such as scans. */
export const LARGEST_FORM = 64 << 20
const LARGEST_FILE = 1 << 30

/** A whole file. Throws `input.file.too-large` before memory is taken for one that is no such file. */
export function readWhole(path: string, most = LARGEST_FILE): Uint8Array {
    const { size } = statSync(existing(path, "file"))
    if (size > most) throw new PacketError([issue("input.file.too-large", [path], { size, most })])
    return new Uint8Array(readFileSync(path))
}

/** A ZIP or a folder as the judge takes it. Links in a folder are named, never followed. */
export function verifyInput(path: string): VerifyInput {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) existing(path, "file")
    if (!statSync(path).isDirectory()) return { kind: "zip", source: fileSource(path) }
    const { files, irregular } = walk(path)
    return {
        kind: "folder",
        files: files.map((file) => ({ path: file.path, source: fileSource(file.on) })),
        irregular,
    }
}

/** A file with its name. */
export function readNamed(path: string): NamedBytes {
    return { name: basename(path), bytes: readWhole(path) }
}

/** Names in folders, as far as they are there. */
export function namesIn(...folders: readonly string[]): readonly string[] {
    const there = folders.filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    return there.flatMap((folder) => readdirSync(folder))
}

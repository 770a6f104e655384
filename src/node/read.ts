import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import type { NamedBytes } from "../base/bytes.ts"
import { issue, PacketError } from "../base/issue.ts"
import { DESCRIPTION_FILE } from "../facts/evidence/descriptions.ts"
import { LOCK_FILE } from "../facts/evidence/lock.ts"
import type { Papers } from "../flows/officer/undertake.ts"
import type { CaseFolder } from "../flows/victim/check.ts"
import { CASE_FILE } from "../flows/victim/names.ts"
import type { VerifyInput } from "../packet/verify/contents.ts"
import { fileSource, listEvidence, walk } from "./files.ts"

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

/** Reads a case folder from disk. */
export function readCaseFolder(folder: string): CaseFolder {
    const records = readRecords(folder)
    const path = join(folder, CASE_FILE)
    const found = records.names?.find((name) => CASE_LIKE.test(name))
    if (!existsSync(path) && found !== undefined)
        throw new PacketError([issue("shell.file.other-name", [], { file: path, found })])
    return { caseFile: readFileSync(existing(path, "file")), ...records }
}

/** What editors and copies make of the name `case.yaml`. */
const CASE_LIKE = /^case\b.*\.(?:ya?ml|txt)$/i

/** The files of a case folder and what is recorded of them. */
export function readRecords(folder: string): Omit<CaseFolder, "caseFile"> {
    existing(folder, "folder")
    const lock = join(folder, LOCK_FILE)
    const descriptions = join(folder, DESCRIPTION_FILE)
    return {
        ...listEvidence(folder),
        names: readdirSync(folder).sort(),
        ...(existsSync(lock) ? { lock: readFileSync(lock) } : {}),
        ...(existsSync(descriptions) ? { descriptions: readFileSync(descriptions) } : {}),
    }
}

/** A ZIP or a folder as the judge takes it. Links in a folder are named, never followed. */
export function verifyInput(path: string): VerifyInput {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) existing(path, "file")
    if (!statSync(path).isDirectory()) return { kind: "zip", source: fileSource(path) }
    const { files, irregular } = walk(path)
    return {
        kind: "folder",
        files: files.map((file) => ({ path: file, source: fileSource(join(path, ...file.split("/"))) })),
        irregular,
    }
}

/** A file with its name. */
export function readNamed(path: string): NamedBytes {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(existing(path, "file"))) }
}

/** The files of the photo folder, sorted. */
export function readPhotos(folder: string): NonNullable<Papers["photos"]> {
    existing(folder, "folder")
    const paths = readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
    return { folder, files: paths.map((path) => ({ path, ...readNamed(path) })) }
}

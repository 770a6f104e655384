import {
    closeSync,
    existsSync,
    fsyncSync,
    lstatSync,
    openSync,
    readdirSync,
    rmdirSync,
    unlinkSync,
    writeSync,
} from "node:fs"
import { basename, join, resolve } from "node:path"
import { type Issue, issue, PacketError } from "../../../base/issue.ts"
import { existing } from "../../read.ts"
import { BEYOND_REACH, forgetTexts } from "../forget-texts.ts"
import type { Terminal } from "../terminal.ts"
import type { Arguments } from "../usage.ts"

/**
 * Deletes the identity images that `complete` wrote, and says where copies may remain. A folder is known by its name
 * and by the names in it alone; nothing else is ever deleted.
 */
export async function forgetIdentity(args: Arguments, terminal: Terminal): Promise<number> {
    const words = forgetTexts[terminal.lang]
    const done = forget(findFolder(args.positionals[0] ?? ""))
    const { folder, deleted, kept, removed, issues } = done
    if (args.values.json === true) {
        const beyondReach = BEYOND_REACH.map((place) => ({ place, text: words.places[place] }))
        terminal.out(JSON.stringify({ folder, deleted, kept, removed, beyondReach, issues }, undefined, 2))
    } else {
        terminal.issues(issues)
        terminal.out(
            deleted.length === 0 && removed ? words.nothing(folder) : words.done(deleted.length, folder, removed),
        )
        if (deleted.length > 0) terminal.out(words.limits)
        terminal.out(words.beyond)
        for (const [i, place] of BEYOND_REACH.entries()) terminal.out(`  ${String(i + 1)}. ${words.places[place]}`)
    }
    return issues.some(({ code }) => code === "identity.file.undeletable") ? 3 : 0
}

const FOLDER = /^([A-Z0-9-]{4,24})-identity$/

/** The folder named, or the one in the output folder named. Throws `PacketError` where there is none or several. */
function findFolder(given: string): string {
    const path = resolve(existing(given, "folder"))
    if (lstatSync(path).isSymbolicLink()) throw new PacketError([issue("identity.folder.irregular", [path], { path })])
    if (FOLDER.test(basename(path))) return path
    const found = readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && FOLDER.test(entry.name))
        .map(({ name }) => name)
        .sort()
    const [only, ...others] = found
    if (only === undefined) throw new PacketError([issue("identity.folder.none", [path], { path })])
    if (others.length > 0)
        throw new PacketError([issue("identity.folder.several", [path], { folders: found.join("、") })])
    return join(path, only)
}

interface Forgotten {
    readonly folder: string
    readonly deleted: readonly string[]
    /** What is not ours, by name. */
    readonly kept: readonly string[]
    readonly removed: boolean
    readonly issues: readonly Issue[]
}

/** Made by file managers beside pictures; some hold their thumbnails. */
const LITTER = ["Thumbs.db", "ehthumbs.db", "desktop.ini", ".DS_Store"]

function forget(folder: string): Forgotten {
    const ref = FOLDER.exec(basename(folder))?.[1] ?? ""
    const images = ["front", "back", "holding"].flatMap((role) => [`${ref}-id-${role}.jpg`, `${ref}-id-${role}.png`])
    const ours = [...images, `${ref}-identity.eml`]
    // A drive without extended attributes keeps them in a file of its own beside, which may hold a preview.
    const alsoOurs = [...LITTER, ...[...ours, ...LITTER].map((name) => `._${name}`)]
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    const files = entries.filter((entry) => entry.isFile())
    const isEmpty = entries.length === 0
    if (!isEmpty && !files.some(({ name }) => ours.includes(name)))
        throw new PacketError([issue("identity.folder.not-ours", [folder], { path: folder })])
    const deleted: string[] = []
    const kept: string[] = []
    const issues: Issue[] = []
    for (const entry of entries) {
        const { name } = entry
        const path = join(folder, name)
        if (!entry.isFile() || ![...ours, ...alsoOurs].includes(name)) {
            kept.push(name)
            issues.push(issue("identity.file.kept", [path], { file: name, folder }, "warning"))
            continue
        }
        try {
            if (erase(path)) issues.push(issue("identity.file.linked", [path], { file: name }, "warning"))
            deleted.push(name)
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error)
            issues.push(issue("identity.file.undeletable", [path], { file: name, reason }, "warning"))
        }
    }
    if (readdirSync(folder).length === 0) rmdirSync(folder)
    return { folder, deleted, kept, removed: !existsSync(folder), issues }
}

/**
 * Overwrites a file with zeros and deletes it. True where the same content has another name on the disk: then it is
 * left as it is, because that name may be somebody's own copy.
 */
function erase(path: string): boolean {
    const { nlink, size } = lstatSync(path)
    if (nlink === 1 && size > 0) {
        const file = openSync(path, "r+")
        try {
            const zeros = new Uint8Array(Math.min(size, 1 << 20))
            for (let at = 0; at < size; at += zeros.length)
                writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at)
            fsyncSync(file)
        } finally {
            closeSync(file)
        }
    }
    unlinkSync(path)
    return nlink > 1
}

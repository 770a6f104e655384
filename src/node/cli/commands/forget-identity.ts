import { existsSync, lstatSync, readdirSync, rmdirSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import { type Issue, issue, PacketError } from "../../../base/issue.ts"
import { isSystemFile } from "../../../base/system-files.ts"
import { fileSource } from "../../files.ts"
import { existing } from "../../read.ts"
import { erase, identityFiles, removeUnfinished, unfinished } from "../../unfinished.ts"
import { BEYOND_REACH, forgetTexts } from "../forget-texts.ts"
import { recordCommand, sayRecord } from "../record-step.ts"
import type { Terminal } from "../terminal.ts"
import type { Arguments } from "../usage.ts"

/**
 * Deletes the identity images that `complete` wrote, and says where copies may remain. A folder is known by its name
 * and by the names in it alone; nothing else is ever deleted. Where commands are typed, it says how to record it.
 */
export async function forgetIdentity(args: Arguments, terminal: Terminal, isTyped = true): Promise<number> {
    const words = forgetTexts[terminal.lang]
    const found = findFolder(args.positionals[0] ?? "")
    const done = found.folder === undefined ? NOTHING(found.beside) : await forget(found.folder)
    const hidden = forgetUnfinished(found.beside)
    const { folder, deleted, kept, removed } = done
    const copies = copiesIn(found.beside)
    const issues = [
        ...done.issues,
        ...hidden.issues,
        ...copies.map((path) => issue("identity.folder.copy", [path], { path }, "warning")),
    ]
    if (args.values.json === true) {
        const beyondReach = BEYOND_REACH.map((place) => ({ place, text: words.places[place] }))
        const result = { folder, deleted, hidden: hidden.deleted, kept, removed, beyondReach, issues }
        terminal.out(JSON.stringify(result, undefined, 2))
    } else {
        terminal.issues(issues)
        if (found.folder !== undefined)
            terminal.out(
                deleted.length === 0 && removed ? words.nothing(folder) : words.done(deleted.length, folder, removed),
            )
        if (hidden.deleted.length > 0) terminal.out(words.hidden(hidden.deleted.length))
        if (deleted.length + hidden.deleted.length > 0) terminal.out(words.limits)
        terminal.out(words.beyond)
        for (const [i, place] of BEYOND_REACH.entries()) terminal.out(`  ${String(i + 1)}. ${words.places[place]}`)
    }
    // The journal counts images, not their mail.
    const count = [...deleted, ...hidden.deleted].filter((name) => IMAGE.test(basename(name))).length
    if (deleted.length + hidden.deleted.length > 0 && isTyped) {
        const counted = count === 0 ? {} : { count: String(count) }
        sayRecord(recordCommand(found.beside, "photos-deleted", counted), terminal)
    }
    return issues.some(({ code }) => code.endsWith(".undeletable")) ? 3 : 0
}

const FOLDER = /^([A-Z0-9-]{4,24}?)(?:-[1-9]\d?-[a-z-]+)?-identity$/

/** Names of our images, and of the mail that carries them. On Windows, and on its sticks, letter case means nothing. */
const IMAGE = /^[A-Z0-9-]{4,24}-id-(?:front|back|holding)\b.*\.(?:jpg|png)$/i
const MAIL = /^[A-Z0-9-]{4,24}-identity\b.*\.eml$/i

/** Folders in one that hold our images under another name than ours: copies, which are named and not deleted. */
function copiesIn(path: string): readonly string[] {
    const isCopy = (folder: string): boolean => {
        try {
            const entries = readdirSync(folder, { withFileTypes: true })
            return entries.some((entry) => entry.isFile() && (IMAGE.test(entry.name) || MAIL.test(entry.name)))
        } catch {
            return false // Somebody else's, which nobody here can read.
        }
    }
    const below = readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !FOLDER.test(entry.name) && !entry.name.startsWith("."))
        .map(({ name }) => join(path, name))
    return [path, ...below].filter(isCopy)
}

/** Where to look: a folder of images, and the folder beside which runs leave theirs. */
interface Found {
    readonly folder: string | undefined
    readonly beside: string
}

/**
 * The folder named, or the one in the output folder named; none where a run that was killed left one alone. Throws
 * `PacketError` where there is nothing, or several.
 */
function findFolder(given: string): Found {
    const path = resolve(existing(given, "folder"))
    if (lstatSync(path).isSymbolicLink()) throw new PacketError([issue("identity.folder.irregular", [path], { path })])
    if (FOLDER.test(basename(path))) return { folder: path, beside: dirname(path) }
    const found = readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && FOLDER.test(entry.name))
        .map(({ name }) => name)
        .sort()
    const [only, ...others] = found
    if (others.length > 0)
        throw new PacketError([issue("identity.folder.several", [path], { folders: found.join("、") })])
    if (only !== undefined) return { folder: join(path, only), beside: path }
    if (unfinished(path).length === 0) {
        const copies = copiesIn(path).map((copy) => issue("identity.folder.copy", [copy], { path: copy }, "warning"))
        throw new PacketError([issue("identity.folder.none", [path], { path }), ...copies])
    }
    return { folder: undefined, beside: path }
}

/** Images that lie hidden in what killed runs left: deleted where nobody writes there any more, else named. */
function forgetUnfinished(beside: string): { readonly deleted: readonly string[]; readonly issues: readonly Issue[] } {
    const deleted: string[] = []
    const issues: Issue[] = []
    for (const { path, isAbandoned } of unfinished(beside)) {
        if (!isAbandoned) {
            issues.push(issue("identity.unfinished.busy", [path], { path }, "warning"))
            continue
        }
        try {
            const names = identityFiles(path).map((name) => join(basename(path), name))
            removeUnfinished(path)
            deleted.push(...names)
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error)
            issues.push(issue("identity.unfinished.undeletable", [path], { path, reason }, "warning"))
        }
    }
    return { deleted, issues }
}

interface Forgotten {
    readonly folder: string
    readonly deleted: readonly string[]
    /** What is not ours, by name. */
    readonly kept: readonly string[]
    readonly removed: boolean
    readonly issues: readonly Issue[]
}

const NOTHING = (folder: string): Forgotten => ({ folder, deleted: [], kept: [], removed: false, issues: [] })

/** Made by file managers beside pictures; some hold their thumbnails. */
const LITTER = ["Thumbs.db", "ehthumbs.db", "desktop.ini", ".DS_Store"]

async function forget(folder: string): Promise<Forgotten> {
    const ref = FOLDER.exec(basename(folder))?.[1] ?? ""
    const images = ["front", "back", "holding"].flatMap((role) => [`${ref}-id-${role}.jpg`, `${ref}-id-${role}.png`])
    const ours = [...images, `${ref}-identity.eml`]
    // A drive without extended attributes keeps those of an image in a file beside it, which may hold a preview.
    const known = new Set([...ours, ...ours.map((name) => `._${name}`)].map((name) => name.toLowerCase()))
    const littered = [...LITTER, ...LITTER.map((name) => `._${name}`)]
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    const files = entries.filter((entry) => entry.isFile())
    const isEmpty = entries.length === 0
    if (!isEmpty && !files.some(({ name }) => known.has(name.toLowerCase())))
        throw new PacketError([issue("identity.folder.not-ours", [folder], { path: folder })])
    const deleted: string[] = []
    const kept: string[] = []
    const issues: Issue[] = []
    for (const entry of entries) {
        const { name } = entry
        const path = join(folder, name)
        const isOurs = known.has(name.toLowerCase())
        // By its content: under such a name may lie something else.
        const isLitter = entry.isFile() && littered.includes(name) && (await isSystemFile(name, fileSource(path)))
        if (!entry.isFile() || !(isOurs || isLitter)) {
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

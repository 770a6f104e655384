import { existsSync, readdirSync, statSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { issue, PacketError } from "../../base/issue.ts"
import { configFolder } from "../config-folder.ts"

/** Where journals are: apart from what records in them, so that looking one up loads little. */

/** The journal of channels, in the user's configuration. */
export const channelsPath = (): string => join(configFolder(process.env), "channels.jsonl")

interface Found {
    /** The journal; the folder where it is still to be begun in one. */
    readonly path: string
    readonly isFolder: boolean
    /** A draft beside it, if there is exactly one. */
    readonly draft?: string
}

/** The journal that a path means: itself, or the one in a folder. */
export function findJournal(given: string, ref?: string): Found {
    const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true
    if (!isFolder) {
        const path = resolve(given)
        if (!existsSync(path) && !given.endsWith(".jsonl"))
            throw new PacketError([issue("journal.file.name", [given], { file: given })])
        return { path: given, isFolder: false, ...draftIn(dirname(path)) }
    }
    const wanted = ref === undefined ? /-journal\.jsonl$/ : new RegExp(`^${ref}-journal\\.jsonl$`)
    const names = readdirSync(given)
        .filter((name) => wanted.test(name))
        .sort()
    if (names.length > 1)
        throw new PacketError([issue("journal.file.several", [given], { folder: given, names: names.join("、") })])
    const [only] = names
    return only === undefined
        ? { path: given, isFolder: true, ...draftIn(given) }
        : { path: join(given, only), isFolder: false, ...draftIn(given) }
}

function draftIn(folder: string): { readonly draft?: string } {
    if (!existsSync(folder)) return {}
    const drafts = readdirSync(folder).filter((name) => /^DRAFT-.*\.zip$/.test(name))
    return drafts.length === 1 ? { draft: join(folder, drafts[0] ?? "") } : {}
}

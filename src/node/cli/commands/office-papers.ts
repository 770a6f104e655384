import { existsSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import type { NamedBytes } from "../../../base/bytes.ts"
import { PAPER_FOLDERS, type PaperKind } from "../../../flows/officer/paper-folders.ts"
import type { Papers } from "../../../flows/officer/undertake.ts"
import { readNamed } from "../../read.ts"
import { listPapers } from "../../read-papers.ts"
import type { Terminal } from "../terminal.ts"
import { texts } from "../texts.ts"
import { type Arguments, optional } from "../usage.ts"

/** The officer's papers as files: named one by one, or all that lies in the folders beside the officer's form. */

/** Papers of a kind. */
export interface PaperFiles {
    /** Named on the command line; else what is in the folder. */
    readonly isNamed: boolean
    readonly folder: string
    readonly paths: readonly string[]
}

export type OfficePapers = Readonly<Record<PaperKind, PaperFiles>>

export const PAPER_KINDS = Object.keys(PAPER_FOLDERS) as readonly PaperKind[]

/** Finds the papers for a call; photos are named by their folder, the others file by file. */
export async function findPapers(args: Arguments, officer: string): Promise<OfficePapers> {
    const photos = optional(args, "photos")
    return {
        photos:
            photos === undefined
                ? await beside(officer, "photos")
                : { isNamed: true, folder: photos, paths: await listPapers(photos, "photos") },
        legal: named(args, "legal") ?? (await beside(officer, "legal")),
        sealed: named(args, "sealed") ?? (await beside(officer, "sealed")),
        consent: named(args, "consent") ?? (await beside(officer, "consent")),
    }
}

/** Papers of a kind that are named file by file. */
export function namedFiles(paths: readonly string[]): PaperFiles {
    return { isNamed: true, folder: dirname(paths[0] ?? "."), paths }
}

function named({ values }: Arguments, option: PaperKind): PaperFiles | undefined {
    const given = values[option]
    return Array.isArray(given) && given.length > 0 ? namedFiles(given) : undefined
}

async function beside(officer: string, kind: PaperKind): Promise<PaperFiles> {
    const folder = join(dirname(officer), PAPER_FOLDERS[kind])
    const isThere = existsSync(folder) && statSync(folder).isDirectory()
    return { isNamed: false, folder, paths: isThere ? await listPapers(folder, kind) : [] }
}

/** The papers as a flow takes them; the sealed letter is read in the second step alone. */
export function readPapers(officer: string, papers: OfficePapers, sealed: readonly NamedBytes[]): Papers {
    const { photos, legal, consent } = papers
    const files = photos.paths.map((path) => ({ path, ...readNamed(path) }))
    return {
        officer: readNamed(officer),
        photos: { folder: photos.folder, files },
        legal: legal.paths.map(readNamed),
        consent: consent.paths.map(readNamed),
        sealed,
    }
}

/** The options that name the same papers again; those in the folders are found again by themselves. */
export function paperOptions(papers: OfficePapers): readonly string[] {
    return PAPER_KINDS.flatMap((kind) => {
        const { isNamed, folder, paths } = papers[kind]
        if (!isNamed) return []
        return kind === "photos" ? ["--photos", folder] : paths.flatMap((path) => [`--${kind}`, path])
    })
}

/** Names of the files that are used, by kind. */
export function paperNames(papers: OfficePapers, kinds: readonly PaperKind[]): Readonly<Record<string, string[]>> {
    return Object.fromEntries(kinds.map((kind) => [kind, papers[kind].paths.map((path) => basename(path))]))
}

/** Says which files are used, so that nobody has to guess what was found. */
export function printPapers(papers: OfficePapers, kinds: readonly PaperKind[], terminal: Terminal): void {
    const words = texts[terminal.lang]
    for (const kind of kinds) {
        const { folder, paths } = papers[kind]
        terminal.note(
            words.papers(
                kind,
                folder,
                paths.map((path) => basename(path)),
            ),
        )
    }
}
